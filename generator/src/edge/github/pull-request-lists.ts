import type { PullRequest } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { type Given, isOwn, pullRequest } from './given.ts';

/** Pages of a hundred closed pull requests that are looked through. GitHub finds none by the beginning of a branch. */
const closedPages = 3;

export async function openPullRequests(github: GitHub, prefix: string): Promise<PullRequest[]> {
  return own(await listed(github, 'open', Number.POSITIVE_INFINITY), prefix)
    .map(pullRequest)
    .sort(byNumber);
}

export async function pullRequestsFrom(github: GitHub, prefix: string): Promise<PullRequest[]> {
  // First those that are closed: one that is opened or closed in between is in both lists, and not in none.
  const closed = await listed(github, 'closed', closedPages);
  const open = await listed(github, 'open', Number.POSITIVE_INFINITY);
  const found = new Map(own([...closed, ...open], prefix).map((given) => [given.number, pullRequest(given)]));
  return [...found.values()].sort(byNumber).reverse();
}

const byNumber = (a: PullRequest, b: PullRequest): number => a.number - b.number;

const own = (all: readonly Given[], prefix: string): Given[] =>
  all.filter((pull) => isOwn(pull) && pull.head.ref.startsWith(prefix));

/** Open ones by age, for pages move on while they are read; closed ones, the last that something happened to first. */
async function listed(
  { octokit, owner, repo }: GitHub,
  state: 'open' | 'closed',
  pages: number,
): Promise<Given[]> {
  const order =
    state === 'open'
      ? ({ sort: 'created', direction: 'asc' } as const)
      : ({ sort: 'updated', direction: 'desc' } as const);
  const filter = { owner, repo, state, ...order, per_page: 100 };
  let read = 0;
  return octokit.paginate(octokit.rest.pulls.list, filter, ({ data }, done) => {
    read += 1;
    if (read >= pages) done();
    return data;
  });
}
