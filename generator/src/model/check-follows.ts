import { filled, fits, leavesChoice, needsAppVersion } from '../definition/format/version-template.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { circlesOf } from './circles.ts';
import {
  entryNamed,
  type FollowedEntry,
  followedBy,
  placeIn,
  type VersionedEntry,
  versionFiles,
} from './version-entry.ts';

/** Whether what follows another entry can, and stands where that one says. */
export function checkFollows(entries: readonly VersionedEntry[]): Problem[] {
  return [
    ...entries.flatMap((entry) => {
      const following = followedBy(entry);
      if (following === null) return [];
      const leader = entryNamed(entries, following);
      if (leader === undefined) return [unknownLeader(entry, following, entries)];
      return [...choosesToo(entry, following, leader), ...outOfStep(entry, following, leader)];
    }),
    ...circles(entries),
  ];
}

function unknownLeader(
  entry: VersionedEntry,
  { kind, key }: FollowedEntry,
  entries: readonly VersionedEntry[],
): Problem {
  const known = entries.filter((other) => other.kind === kind).map((other) => other.key);
  const message = `there is no ${kind} "${key}" in ${versionFiles[kind]}`;
  return problem('unknown-name', placeIn(entry, `policy.follows.${kind}`), message, didYouMean(key, known));
}

/** What is said of a choice in an entry that has none would never be read. */
function choosesToo(entry: VersionedEntry, { as }: FollowedEntry, leader: VersionedEntry): Problem[] {
  const { policy } = entry;
  const idle = [
    ...(policy.update === 'none' ? ['update'] : []),
    ...(leavesChoice(as)
      ? []
      : [
          ...(policy.versions === undefined ? [] : ['versions']),
          ...(policy.tags === undefined ? [] : ['tags']),
          ...(policy.prerelease ? ['prerelease'] : []),
          ...(policy.ignore.length > 0 ? ['ignore'] : []),
          ...(policy.cooldown === undefined ? [] : ['cooldown']),
        ]),
    ...(policy.group === undefined || policy.group === leader.policy.group ? [] : ['group']),
  ];
  return [
    ...idle.map((key) =>
      problem(
        'bad-follow',
        placeIn(entry, `policy.${key}`),
        `"${entry.key}" follows "${leader.key}", which decides for both`,
        `say it there, or let "${entry.key}" choose by itself`,
      ),
    ),
    ...(needsAppVersion(as) && !leader.hasAppVersion
      ? [
          problem(
            'bad-follow',
            placeIn(entry, 'policy.follows.as'),
            `"${leader.key}" is a folder in Git, and says of no program which version it brings`,
            `write as: '{version}', or what fits`,
          ),
        ]
      : []),
  ];
}

/** As far as it can be told without the chart. */
function outOfStep(entry: VersionedEntry, { as }: FollowedEntry, leader: VersionedEntry): Problem[] {
  if (needsAppVersion(as)) return [];
  const wanted = filled(as, { version: leader.version, appVersion: null });
  if (wanted === null) {
    const message = `"${leader.version}", the version of "${leader.key}", has no such part`;
    return [problem('bad-follow', placeIn(entry, 'policy.follows.as'), message)];
  }
  return fits(entry.version, wanted) ? [] : [stepProblem(entry, leader, wanted)];
}

/** A follower that stands elsewhere than its leader says. */
export function stepProblem(entry: VersionedEntry, leader: VersionedEntry, wanted: string): Problem {
  return problem(
    'out-of-step',
    placeIn(entry, entry.kind === 'image' ? 'tag' : 'version'),
    `"${entry.key}" is at ${entry.version}; with "${leader.key}" at ${leader.version} it must be ${wanted}`,
    'raise the two together, or let them choose apart: without policy.follows',
  );
}

function circles(entries: readonly VersionedEntry[]): Problem[] {
  const nameOf = ({ kind, key }: { kind: string; key: string }): string => `${kind} ${key}`;
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const nodes = entries.map((entry) => {
    const following = followedBy(entry);
    return { name: nameOf(entry), dependsOn: following === null ? [] : [nameOf(following)] };
  });
  return circlesOf(nodes).flatMap((circle) => {
    const first = byName.get(circle[0] ?? '');
    if (first === undefined) return [];
    const path = [...circle, circle[0]].join(' → ');
    const hint = 'one of them must choose by itself';
    return [problem('bad-follow', placeIn(first, 'policy.follows'), `nothing leads: ${path}`, hint)];
  });
}
