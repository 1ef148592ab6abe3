import type { MergeMethod } from '../../forge/forge.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { GitHub } from './client.ts';

/** Automatic merging can be asked for, and taken back, by GraphQL only. */
const enable = `mutation ($id: ID!, $head: GitObjectID!, $by: PullRequestMergeMethod!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $by }) {
    clientMutationId
  }
}`;

const disable = `mutation ($id: ID!) {
  disablePullRequestAutoMerge(input: { pullRequestId: $id }) {
    clientMutationId
  }
}`;

/** GitHub refuses automatic merging where nothing is left to wait for: then it is merged now. */
const nothingToWaitFor = /in (clean|has_hooks|unstable) status/;

export async function mergeWhenReady(github: GitHub, number: number, method: MergeMethod): Promise<void> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (data.merged || data.auto_merge?.merge_method === method) return;
  if (data.state === 'closed') {
    const hint = 'reopen it, or let the next promotion open another';
    throw new ExternalError('GitHub', `pull request ${number} was closed without being merged`, hint);
  }
  try {
    await octokit.graphql(enable, { id: data.node_id, head: data.head.sha, by: method.toUpperCase() });
  } catch (error) {
    if (!(error instanceof Error && nothingToWaitFor.test(error.message))) throw error;
    // The commit that was looked at, and no later one.
    await mergeNow(github, number, method, data.head.sha);
  }
}

export async function mergeByHand({ octokit, owner, repo }: GitHub, number: number): Promise<void> {
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (data.state === 'open' && data.auto_merge !== null) await octokit.graphql(disable, { id: data.node_id });
}

async function mergeNow(
  { octokit, owner, repo }: GitHub,
  number: number,
  method: MergeMethod,
  sha: string,
): Promise<void> {
  const pull = { owner, repo, pull_number: number };
  try {
    await octokit.rest.pulls.merge({ ...pull, merge_method: method, sha });
  } catch (error) {
    // A second attempt finds what the first has done; so does the slower of two runs.
    if (!(await octokit.rest.pulls.get(pull)).data.merged) throw error;
  }
}
