import { ExternalError } from '../problem/errors.ts';
import { hotfixBranches } from '../running/pinned-source.ts';
import { git, idsOf } from './git.ts';
import { defaultRemote, fetchArguments } from './git-fetch.ts';

/** Whether an environment may run from a commit: `stray` is one that no allowed branch or tag holds. */
export type Reach = 'usable' | 'unknown' | 'stray';

/** Asks for many at once. Commits that are not here are fetched, and so are the branches that may hold them. */
export function reachable(root: string, commits: readonly string[], branch: string): Map<string, Reach> {
  const all = [...new Set(commits)];
  const found = look(root, all, branch);
  const isComplete = all.every((commit) => found.get(commit) === 'usable');
  return isComplete || !fetchAll(root) ? found : look(root, all, branch);
}

function look(root: string, commits: readonly string[], branch: string): Map<string, Reach> {
  const ids = idsOf(
    root,
    commits.map((commit) => `${commit}^{commit}`),
  );
  const known = commits.filter((_, i) => ids[i] !== null);
  const held = heldBy(root, known, lasting(branch));
  const reach = (commit: string): Reach =>
    held.has(commit) ? 'usable' : known.includes(commit) ? 'stray' : 'unknown';
  return new Map(commits.map((commit) => [commit, reach(commit)]));
}

/**
 * What lasts: the main branch, hotfix branches, and the tags that keep pins. As globs, for some may not exist: a clone
 * of CI has no local branches. Without a wildcard in it, git would take a pattern for a folder.
 */
const lasting = (branch: string): string[] => [
  `refs/heads/${branch.slice(0, -1)}[${branch.slice(-1)}]`,
  `refs/remotes/*/${branch}`,
  `refs/heads/${hotfixBranches}*`,
  `refs/remotes/*/${hotfixBranches}*`,
  'refs/tags/pin/*',
];

/** Those of some commits that are on the history of a reference. */
function heldBy(root: string, commits: readonly string[], references: readonly string[]): Set<string> {
  if (commits.length === 0) return new Set();
  const lines = ['--not', ...references.map((reference) => `--glob=${reference}`)];
  const free = git(root, ['rev-list', ...commits, ...lines]);
  if (free === null) return new Set();
  const outside = new Set(free.split('\n'));
  return new Set(commits.filter((commit) => !outside.has(commit)));
}

/** Fetches what may hold the commits. False where there is nowhere to fetch from. */
function fetchAll(root: string): boolean {
  const remote = defaultRemote(root);
  if (remote === null) return false;
  const args = fetchArguments(root, remote);
  if (git(root, args) !== null) return true;
  const message = `pins of release.yaml are not in this clone, and git cannot fetch them from ${remote}`;
  const hint = `git ${args.join(' ')}; in GitHub Actions, actions/checkout with fetch-depth: 0 brings them along`;
  throw new ExternalError('git', message, hint, { retry: true });
}
