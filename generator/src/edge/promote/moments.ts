import type { PinnedCommits, Release } from '../../definition/release.ts';
import { readRelease } from '../../model/read-release.ts';
import type { Moment } from '../../promote/history.ts';
import { releaseFile } from '../../tree/paths.ts';
import { git, idsOf, objects } from '../git.ts';

interface Commit {
  readonly id: string;
  /** Seconds since 1970, never before that of the commit before it: clocks of different people differ. */
  readonly at: number;
}

/** What an environment ran, newest first, as the first parents of the main branch tell it. */
export function momentsOf(
  root: string,
  prefix: string,
  environment: string,
  head: string,
  branch: string,
): Moment[] {
  const commits = line(root, head);
  const releases = releasesAt(root, commits, `${prefix}${releaseFile(environment)}`);
  // One that is not released now runs nothing, whatever it ran once.
  if (!releases.at(-1)) return [];
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
    for (const other of during(line(root, ...branchNames(root, release.branch)), commit.at, until))
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
function during(commits: readonly Commit[], from: number, until: number): Commit[] {
  const before = commits.filter(({ at }) => at <= from).at(-1);
  const within = commits.filter(({ at }) => at > from && at < until);
  return [...(before ? [{ ...before, at: from }] : []), ...within];
}

/** The first parents of a commit, oldest first. */
function line(root: string, ...names: readonly string[]): Commit[] {
  const [name] = names;
  if (name === undefined) return [];
  const log = git(root, ['log', '--first-parent', '--reverse', '--format=%H %ct', name]) ?? '';
  let latest = 0;
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id = '', at] = line.split(' ');
      latest = Math.max(latest, Number(at));
      return { id, at: latest };
    });
}

function branchNames(root: string, branch: string): string[] {
  const names = git(root, [
    'for-each-ref',
    '--format=%(objectname)',
    `refs/remotes/*/${branch}`,
    `refs/heads/${branch}`,
  ]);
  return (names ?? '').split('\n').filter((name) => name !== '');
}

/** The release at each commit; one that could not be read then changed nothing. */
function releasesAt(root: string, commits: readonly Commit[], path: string): (Release | null)[] {
  const ids = idsOf(
    root,
    commits.map(({ id }) => `${id}:${path}`),
  );
  const distinct = [...new Set(ids.filter((id) => id !== null))];
  const texts = new Map(
    objects(root, distinct).map((blob, i) => [distinct[i], blob?.content.toString('utf8') ?? '']),
  );
  const read = new Map(
    distinct.map((id): [string, Release | null] => {
      const release = readRelease({ file: path, text: texts.get(id) ?? '' });
      return [id, release.ok ? release.value : null];
    }),
  );
  let last: Release | null = null;
  return ids.map((id) => {
    last = id === null ? null : (read.get(id) ?? last);
    return last;
  });
}
