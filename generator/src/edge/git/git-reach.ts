import { hotfixBranches } from '../../running/pinned-source.ts';
import { git } from './git.ts';
import { defaultRemote, fetchArguments } from './git-fetch.ts';
import { settingOf } from './git-names.ts';
import { idsOf } from './git-objects.ts';

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
  // The id of a tag is not that of its commit.
  const known = commits.filter((commit, i) => ids[i] === commit);
  const held = heldBy(root, known, lasting(root, branch));
  const reach = (commit: string): Reach =>
    held.has(commit) ? 'usable' : known.includes(commit) ? 'stray' : 'unknown';
  return new Map(commits.map((commit) => [commit, reach(commit)]));
}

/**
 * Ids of what lasts: the main branch and the hotfix branches, here and at the remotes that the clone is kept in step
 * with, and the tags that keep pins. A branch `wip/main` of a remote is another one than `main`.
 */
function lasting(root: string, branch: string): string[] {
  const followed = settingOf(root, `branch.${branch}.remote`);
  const remotes = new Set([defaultRemote(root), followed].filter((name) => name !== null && name !== '.'));
  const folders = ['refs/heads/', ...[...remotes].map((remote) => `refs/remotes/${remote}/`)];
  const lasts = (name: string): boolean =>
    name.startsWith('refs/tags/pin/') ||
    folders.some((folder) => {
      const short = name.startsWith(folder) ? name.slice(folder.length) : '';
      return short === branch || short.startsWith(hotfixBranches);
    });
  const format = '--format=%(objectname) %(refname)';
  return git(root, ['for-each-ref', format, ...folders, 'refs/tags/pin/'])
    .split('\n')
    .flatMap((line) => {
      const [id = '', name = ''] = line.split(' ');
      return lasts(name) ? [id] : [];
    });
}

/** Those of some commits that are on the history of others. */
function heldBy(root: string, commits: readonly string[], tips: readonly string[]): Set<string> {
  if (commits.length === 0) return new Set();
  const input = [...commits, ...tips.map((id) => `^${id}`)].map((line) => `${line}\n`).join('');
  const outside = new Set(git(root, ['rev-list', '--stdin'], { input }).split('\n'));
  return new Set(commits.filter((commit) => !outside.has(commit)));
}

/** Fetches what may hold the commits. False where there is nowhere to fetch from. */
function fetchAll(root: string): boolean {
  const remote = defaultRemote(root);
  if (remote === null) return false;
  const args = fetchArguments(root, remote);
  const hint = `pins of release.yaml are not in this clone: git ${args.join(' ')}; in GitHub Actions, actions/checkout with fetch-depth: 0 brings them along`;
  git(root, args, { hint, retry: true });
  return true;
}
