import { parse } from 'yaml';
import { exactVersion } from '../../definition/format/version.ts';
import type { ChartRelease, SourceAnswer } from '../../upgrade/sources.ts';
import { chartLines, onlyKeys } from './index-lines.ts';

/** A repository's index, by which the releases of its charts are found. */
export type HelmIndex = (chart: string) => SourceAnswer<readonly ChartRelease[]>;

const keys = ['version', 'appVersion', 'created', 'deprecated'];

/** Reads an index. `where` is how it is named to people. */
export function helmIndex(text: string, where: string): HelmIndex {
  const lines = /^\s*[{<]/.test(text) ? null : chartLines(text);
  if (lines !== null)
    return (chart) => {
      const list = lines.get(chart);
      if (list === undefined) return notListed(where, chart);
      const items = parsed(onlyKeys(list, keys));
      return Array.isArray(items) ? found(items) : unreadable(where, `its list of ${chart} is no YAML`);
    };
  if (/^\s*</.test(text)) return () => unreadable(where, 'it is a page in HTML');
  // Whatever else YAML permits, JSON included: slow, and rare.
  const index = parsed(text);
  const entries = isMap(index) ? index.entries : undefined;
  if (!isMap(index)) return () => unreadable(where, 'it is no YAML');
  if (!isMap(entries)) return () => unreadable(where, 'it has no entries');
  return (chart) => {
    const items = Object.hasOwn(entries, chart) ? entries[chart] : undefined;
    return Array.isArray(items) && items.length > 0 ? found(items) : notListed(where, chart);
  };
}

/** Texts alone: a version `1.10` is not the number 1.1. Null where it is no YAML. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return asYaml(text);
  }
}

function asYaml(text: string): unknown {
  try {
    return parse(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' });
  } catch {
    return null;
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notListed = (where: string, chart: string): SourceAnswer<never> => ({
  kind: 'missing',
  why: `${where} lists no chart ${chart}`,
});
const unreadable = (where: string, what: string): SourceAnswer<never> => ({
  kind: 'failed',
  why: `${where} is not the index of a Helm repository: ${what}`,
});

/** Releases with a version that can stand in `charts/upstream.yaml`, as the index orders them; the first of a version counts. */
function found(items: readonly unknown[]): SourceAnswer<readonly ChartRelease[]> {
  const releases = items.flatMap((item) => {
    const version = isMap(item) ? textOf(item.version) : null;
    return isMap(item) && version !== null && exactVersion(version) === null
      ? [
          {
            version,
            appVersion: textOf(item.appVersion),
            created: timeOf(item.created),
            deprecated: String(item.deprecated) === 'true',
          },
        ]
      : [];
  });
  const first = new Map(releases.toReversed().map((release) => [release.version, release]));
  return { kind: 'found', value: releases.filter((release) => first.get(release.version) === release) };
}

/** A text that says something; JSON may hold a number. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && !/^(|~|null)$/i.test(value.trim()) ? value.trim() : null;
}

/** ISO 8601; null for no time, and for one before there was Helm, which stands for none. */
export function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' ? new Date(value) : null;
  if (time === null || Number.isNaN(time.getTime()) || time.getUTCFullYear() < 2015) return null;
  return time.toISOString();
}
