import { movesBecause } from '../definition/format/image.ts';
import type { PlainObject } from '../definition/plain.ts';
import { scalar } from './new-image.ts';

/** The third-party chart that an app is to be made of, as far as somebody looked at it. */
export interface LookedAtChart {
  /** Schema of its values. */
  readonly schema: PlainObject;
  readonly version: string;
  /** Version of the program that it brings; null where it does not say. */
  readonly appVersion: string | null;
}

/**
 * The policy of a new image, as YAML; null where what holds without one is right. Where the tag has the version in it that
 * the chart brings, the image follows the chart.
 *
 * @param key of the chart in `charts/upstream.yaml`
 */
export function newPolicy(tag: string, key: string, chart: LookedAtChart | null): string | null {
  // A tag of words has no next version: whoever pinned its digest decides when there is another.
  const why = movesBecause(tag, () => false);
  if (why !== null && !why.startsWith('moves with')) return '{ update: none }';
  if (chart === null) return null;
  const as = withPart(tag, '{appVersion}', chart.appVersion) ?? withPart(tag, '{version}', chart.version);
  if (as === null) return null;
  return as === '{appVersion}'
    ? `{ follows: { chart: ${scalar(key)} } }`
    : `{ follows: { chart: ${scalar(key)}, as: '${as}' } }`;
}

/** A tag with its one mention of a version replaced; a number that only begins or ends alike is none. */
function withPart(tag: string, part: string, version: string | null): string | null {
  if (version === null || version === '') return null;
  const at = tag.indexOf(version);
  const [before, after] = [tag[at - 1] ?? '', tag[at + version.length] ?? ''];
  if (at < 0 || /[\d.]/.test(before) || /[\d.]/.test(after)) return null;
  return `${tag.slice(0, at)}${part}${tag.slice(at + version.length)}`;
}
