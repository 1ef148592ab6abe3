import type { PinnedCommits, Release } from '../../definition/release.ts';
import { readRelease } from '../../model/read-release.ts';
import type { BranchMoves } from '../../promote/branch-moves.ts';
import type { Moment } from '../../promote/history.ts';
import { releaseFile } from '../../tree/paths.ts';
import { objectsAt } from '../git/git-objects.ts';
import { knownTip } from '../git/known-branch.ts';
import { once } from '../once.ts';
import { firstParents, type LineCommit } from './first-parents.ts';

/** The main branch: its name, its commits, and until when it is looked at. */
interface MainBranch {
  readonly branch: string;
  /** Its line of first parents, oldest first. */
  readonly commits: readonly LineCommit[];
  /** Seconds since 1970. */
  readonly now: number;
  /** How branches moved on the forge, newest first, by branch; what is not in it is as old as its commits say. */
  readonly moves?: BranchMoves | undefined;
}

/**
 * What an environment ran, newest first, as the first parents of the main branch tell it. `names` are all that it had,
 * the first one first.
 */
export function momentsOf(
  root: string,
  prefix: string,
  names: readonly string[],
  { branch, commits, now, moves }: MainBranch,
): Moment[] {
  const releases = releasesAt(
    root,
    commits,
    names.map((name) => `${prefix}${releaseFile(name)}`),
  );
  // One that is not released now runs nothing, whatever it ran once.
  if (!releases.at(-1)) return [];
  const lineOf = once((name) => {
    const tip = knownTip(root, name);
    return tip === undefined ? [] : firstParents(root, tip, { now, moves: moves?.get(name) });
  });
  const moments: Moment[] = [];
  for (const [i, commit] of commits.entries()) {
    const release = releases[i];
    if (!release) continue;
    if (release.kind === 'pinned' || release.branch === branch) {
      const pins = release.kind === 'pinned' ? release : { revision: commit.id, apps: {} };
      add(moments, { at: commit.at, commit: commit.id, pins: plain(pins), release });
      continue;
    }
    const until = commits[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    for (const other of during(lineOf(release.branch), commit.at, until))
      add(moments, { at: other.at, commit: other.id, pins: { revision: other.id, apps: {} }, release });
  }
  return moments.reverse();
}

const plain = ({ revision, apps }: PinnedCommits): PinnedCommits => ({ revision, apps });

/** Oldest first. A commit that changed nothing of what runs begins nothing, but may have changed a hold. */
function add(moments: Moment[], moment: Moment): void {
  const last = moments.at(-1);
  if (!last || JSON.stringify(last.pins) !== JSON.stringify(moment.pins)) moments.push(moment);
  else moments[moments.length - 1] = { ...last, release: moment.release };
}

/** Commits of a branch that were its newest at some point of a time. */
function during(commits: readonly LineCommit[], from: number, until: number): LineCommit[] {
  const before = commits.filter(({ at }) => at <= from).at(-1);
  const within = commits.filter(({ at }) => at > from && at < until);
  return [...(before ? [{ ...before, at: from }] : []), ...within];
}

/** The release at each commit; one that could not be read then changed nothing. */
function releasesAt(
  root: string,
  commits: readonly LineCommit[],
  paths: readonly string[],
): (Release | null)[] {
  const found = objectsAt(
    root,
    paths.flatMap((path) => commits.map(({ id }) => `${id}:${path}`)),
  );
  const files = commits.map(
    (_, i) =>
      paths.map((_, j) => found[j * commits.length + i] ?? null).find((file) => file !== null) ?? null,
  );
  const distinct = new Map(
    files.flatMap((file) => (file === null ? [] : [[file.id, file.content] as const])),
  );
  const read = new Map(
    [...distinct].map(([id, content]): [string, Release | null] => {
      const release = readRelease({ file: paths.at(-1) ?? '', text: content.toString('utf8') });
      return [id, release.ok ? release.value : null];
    }),
  );
  let last: Release | null = null;
  return files.map((file) => {
    last = file === null ? null : (read.get(file.id) ?? last);
    return last;
  });
}
