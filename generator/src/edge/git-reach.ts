import { ExternalError } from '../problem/errors.ts';
import { hotfixBranches, type PinRequest } from '../promote/pins/source.ts';
import { git, idsOf } from './git.ts';
import { fetchArguments, remoteOf } from './git-fetch.ts';

/** Whether an environment may run from a commit: `stray` is one that no allowed branch or tag holds. */
export type Reach = 'usable' | 'unknown' | 'stray';

/** Asks for many at once. Commits that are not here are fetched, and so are the branches that may hold them. */
export function reachable(root: string, requests: readonly PinRequest[], branch: string): Reach[] {
  const commits = [...new Set(requests.map(({ commit }) => commit))];
  const missing = (): string[] => {
    const ids = idsOf(
      root,
      commits.map((commit) => `${commit}^{commit}`),
    );
    return commits.filter((_, i) => ids[i] === null);
  };
  const found = new Map<PinRequest, Reach>();
  const look = (): boolean => {
    const unknown = new Set(missing());
    for (const request of requests) found.set(request, unknown.has(request.commit) ? 'unknown' : 'stray');
    const environments = [...new Set(requests.map(({ environment }) => environment))];
    const known = requests.filter(({ commit }) => !unknown.has(commit));
    const onMain = heldBy(
      root,
      known.map(({ commit }) => commit),
      mainRefs(branch),
    );
    for (const request of known) if (onMain.has(request.commit)) found.set(request, 'usable');
    for (const environment of environments) {
      const rest = known.filter((each) => each.environment === environment && found.get(each) === 'stray');
      const held = heldBy(
        root,
        rest.map(({ commit }) => commit),
        hotfixRefs(environment),
      );
      for (const request of rest) if (held.has(request.commit)) found.set(request, 'usable');
    }
    return [...found.values()].every((reach) => reach === 'usable');
  };
  if (!look() && fetchAll(root)) look();
  return requests.map((request) => found.get(request) ?? 'unknown');
}

/**
 * As globs, for one of them may not exist: a clone of CI has no local branches. Without a wildcard in it, git would take
 * a pattern for a folder.
 */
const mainRefs = (branch: string): string[] => [
  `refs/heads/${branch.slice(0, -1)}[${branch.slice(-1)}]`,
  `refs/remotes/*/${branch}`,
];
const hotfixRefs = (environment: string): string[] => [
  `refs/heads/${hotfixBranches(environment)}*`,
  `refs/remotes/*/${hotfixBranches(environment)}*`,
  `refs/tags/pin/${environment}/*`,
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
  const remote = remoteOf(root);
  if (remote === null) return false;
  const args = fetchArguments(root, remote);
  if (git(root, args) !== null) return true;
  const message = `pins of release.yaml are not in this clone, and git cannot fetch them from ${remote}`;
  const hint = `git ${args.join(' ')}; in GitHub Actions, actions/checkout with fetch-depth: 0 brings them along`;
  throw new ExternalError('git', message, hint, { retry: true });
}
