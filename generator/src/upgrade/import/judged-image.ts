import {
  digest as digestFormat,
  imageRepository,
  movesBecause,
  tag as tagFormat,
} from '../../definition/format/image.ts';
import type { ImagesShape } from '../../definition/shape/images-shape.ts';
import { nearest } from '../../problem/nearest.ts';
import { compareVersions } from '../version/compare-versions.ts';
import { isInRange } from '../version/version-range.ts';
import { versionReader } from '../version/version-reader.ts';
import { isBareImage } from './bare-image.ts';
import type { FullRepository } from './full-repository.ts';
import type { LeftImage, NewImage, TakenImage } from './import-report.ts';
import type { ListedImage } from './listed-image.ts';

export type OurImages = ImagesShape['images'];

/** What becomes of one image of a list. */
export type JudgedImage =
  | ({ readonly kind: 'taken' } & TakenImage)
  | ({ readonly kind: 'fresh' } & NewImage)
  | ({ readonly kind: 'left' } & LeftImage)
  | { readonly kind: 'same'; readonly name: string };

/** An image whose version can be pinned. */
interface Pinnable {
  readonly name: string;
  readonly line: number;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string | null;
  readonly notes: readonly string[];
}

export function judgedImage(listed: ListedImage, place: FullRepository | null, ours: OurImages): JudgedImage {
  const { name, line } = listed;
  const key = ourKey(listed, place, ours);
  const pinnable = pinnableOf(listed, place, key === null ? undefined : ours[key]);
  if (typeof pinnable === 'string') return { kind: 'left', name, line, why: pinnable };
  return key === null ? judgedNew(pinnable, ours) : judgedKnown(pinnable, key, ours);
}

/** Our entry of the same name, spelled as it may be; else the only one of the same repository. */
function ourKey({ name }: ListedImage, place: FullRepository | null, ours: OurImages): string | null {
  const key = asKey(name);
  if (Object.hasOwn(ours, key)) return key;
  const same = Object.keys(ours).filter((known) => ours[known]?.repository === place?.repository);
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** `certManager_webhook` is `cert-manager-webhook` here. */
const asKey = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[_.\s]+/g, '-')
    .toLowerCase();

/** The reason where no version can be taken. */
function pinnableOf(
  { name, line, tag, digest }: ListedImage,
  place: FullRepository | null,
  known: OurImages[string] | undefined,
): Pinnable | string {
  if (place === null) return 'it names no repository';
  const { repository, assumed } = place;
  const fault = imageRepository(repository);
  if (fault !== null) return `its repository ${repository} ${fault}`;
  if (tag.kind === 'none') return 'it has no tag, so what runs is whatever is newest';
  if (tag.kind === 'unclear')
    return `its tag ${tag.source} is a number to Helm, which writes numbers in its own way: quote it there`;
  if (!tagFormat.test(tag.text)) return `"${tag.text}" is no tag`;
  if (digest !== null && !digestFormat.test(digest)) return `"${digest}" is no digest`;
  const pattern = known?.policy.tags;
  const why = movesBecause(tag.text, (text) => pattern !== undefined && new RegExp(pattern).test(text));
  if (why !== null && digest === null) return `its tag "${tag.text}" ${why}, and it has no digest`;
  if (known === undefined && isBareImage(repository))
    return `${repository} is a language or a system with no program in it`;
  return { name, line, repository, tag: tag.text, digest, notes: assumed === null ? [] : [assumed] };
}

function judgedNew({ name, line, repository, tag, digest, notes }: Pinnable, ours: OurImages): JudgedImage {
  const key = asKey(name);
  const close = nearest(key, Object.keys(ours));
  const lines = [`repository: ${repository}`, `tag: ${JSON.stringify(tag)}`, `digest: ${digest ?? 'null'}`];
  const hints =
    close === undefined
      ? []
      : [`is it what "${close}" is here? Its repository is ${ours[close]?.repository}`];
  return {
    kind: 'fresh',
    key,
    line,
    lines: [`${key}:`, ...lines.map((text) => `  ${text}`)],
    notes: [...notes, ...hints],
  };
}

function judgedKnown(
  { name, line, repository, tag, digest, notes }: Pinnable,
  key: string,
  ours: OurImages,
): JudgedImage {
  const left = (why: string): JudgedImage => ({ kind: 'left', name, line, why });
  const known = ours[key];
  if (known === undefined) return left('it is not here');
  if (known.repository !== repository)
    return left(
      `it is ${repository} there and ${known.repository} here: an upgrade never changes what runs` +
        (isBareImage(repository) ? ', least of all to an image with no program in it' : ''),
    );
  const moved = known.digest !== null && digest !== null && known.digest !== digest;
  if (known.tag === tag) {
    if (moved) return left(`${tag} is ${digest} there and ${known.digest} here: the tag was moved`);
    if (digest === null || digest === known.digest) return { kind: 'same', name };
  } else {
    const refused = whyNotNewer(tag, known);
    if (refused !== null) return left(refused);
  }
  return { kind: 'taken', key, name, line, from: known.tag, to: tag, digest, notes };
}

/** Why a tag does not take the place of ours; null where it is a newer version that its policy permits a person. */
function whyNotNewer(tag: string, { tag: current, policy }: OurImages[string]): string | null {
  const read = versionReader({ kind: 'image', current, policy });
  const [own, next] = [read(current), read(tag)];
  if (own === null || next === null)
    return policy.tags === undefined
      ? `${tag} and ${current}, which runs here, are no two versions of one kind`
      : `${tag} is no version by its policy (tags: ${policy.tags})`;
  if (compareVersions(next, own) < 0) return `${tag} is older than ${current}, which runs here`;
  if (policy.follows !== undefined) {
    const leader = 'image' in policy.follows ? policy.follows.image : `the chart ${policy.follows.chart}`;
    return `${tag} is newer than ${current}, which follows ${leader}: raise that`;
  }
  if (policy.update === 'none')
    return `${tag} is newer than ${current}, which its policy holds (update: none)`;
  if (policy.versions !== undefined && !isInRange(next, policy.versions))
    return `${tag} leaves the range of its policy (versions: ${policy.versions})`;
  if (next.prerelease !== '' && !policy.prerelease)
    return `${tag} is a prerelease, which its policy leaves out`;
  const ignored = policy.ignore.find(({ versions }) => isInRange(next, versions));
  return ignored === undefined ? null : `${tag} is ignored by its policy: ${ignored.reason}`;
}
