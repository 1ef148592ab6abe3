import type { FormerPlace } from '../definition/shape/formerly-shape.ts';
import type { ImagesShape } from '../definition/shape/images-shape.ts';
import type { UpgradePolicy } from '../definition/shape/upgrade-policy-shape.ts';
import type { UpstreamShape } from '../definition/shape/upstream-shape.ts';
import { inside } from '../problem/location.ts';
import type { SourceLocation } from '../problem/problem.ts';

/** Where an entry has its versions from. */
export interface VersionPlace {
  /** The key that it stands under. */
  readonly key: 'repository' | 'oci' | 'git';
  readonly repository: string;
  /** Null where the repository has nothing else in it. */
  readonly chart: string | null;
}

/** An entry of `images.yaml` or of `charts/upstream.yaml`, as far as its version goes. */
export interface VersionedEntry {
  readonly kind: 'image' | 'chart';
  readonly key: string;
  /** Tag or version. */
  readonly version: string;
  /** Whether it is a chart of a chart repository or a registry, which may say what version of a program it brings. */
  readonly hasAppVersion: boolean;
  readonly place: VersionPlace;
  readonly formerly: readonly FormerPlace[];
  readonly policy: UpgradePolicy;
  readonly location: SourceLocation;
}

/** The two files that versions are written in. */
export const versionFiles = { image: 'images.yaml', chart: 'charts/upstream.yaml' } as const;

/** All entries of both files, images first, in the order of the files. */
export function versionedEntries(
  images: ImagesShape['images'],
  upstream: UpstreamShape['charts'],
): VersionedEntry[] {
  return [
    ...Object.entries(images).map(
      ([key, { repository, tag, policy, formerly }]): VersionedEntry => ({
        kind: 'image',
        key,
        version: tag,
        place: { key: 'repository', repository, chart: null },
        formerly,
        hasAppVersion: false,
        policy,
        location: { file: versionFiles.image, path: `images.${key}` },
      }),
    ),
    ...Object.entries(upstream).map(
      ([key, entry]): VersionedEntry => ({
        kind: 'chart',
        key,
        version: entry.version,
        place: placeOf(entry),
        formerly: entry.formerly,
        hasAppVersion: !('git' in entry),
        policy: entry.policy,
        location: { file: versionFiles.chart, path: `charts.${key}` },
      }),
    ),
  ];
}

function placeOf(entry: UpstreamShape['charts'][string]): VersionPlace {
  if ('git' in entry) return { key: 'git', repository: entry.git, chart: null };
  return 'oci' in entry
    ? { key: 'oci', repository: entry.oci, chart: entry.chart }
    : { key: 'repository', repository: entry.repository, chart: entry.chart };
}

/** A place inside an entry: `policy.follows`, and so on. */
export const placeIn = ({ location }: VersionedEntry, path: string): SourceLocation =>
  inside(location, `${location.path}.${path}`);

/** What an entry follows: kind and key of the other, and how its version is written here. */
export interface FollowedEntry {
  readonly kind: 'image' | 'chart';
  readonly key: string;
  readonly as: string;
}

/** Null where it chooses by itself. */
export function followedBy({
  policy: { follows },
}: {
  readonly policy: UpgradePolicy;
}): FollowedEntry | null {
  if (follows === undefined) return null;
  return 'chart' in follows
    ? { kind: 'chart', key: follows.chart, as: follows.as }
    : { kind: 'image', key: follows.image, as: follows.as };
}

/** The entry of a kind with a key. */
export const entryNamed = <E extends { readonly kind: string; readonly key: string }>(
  entries: readonly E[],
  { kind, key }: { readonly kind: string; readonly key: string },
): E | undefined => entries.find((entry) => entry.kind === kind && entry.key === key);
