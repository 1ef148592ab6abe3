import type { MergeMethod } from '../../forge/forge.ts';
import { ExternalError } from '../../problem/errors.ts';
import type { GitHub } from './client.ts';

/** Automatic merging, and a merge queue, can be asked for, and taken back, by GraphQL only. */
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

const enqueue = `mutation ($id: ID!, $head: GitObjectID!) {
  enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) {
    clientMutationId
  }
}`;

const dequeue = `mutation ($id: ID!) {
  dequeuePullRequest(input: { id: $id }) {
    clientMutationId
  }
}`;

const ofQueue = `query ($id: ID!) {
  node(id: $id) {
    ... on PullRequest {
      isInMergeQueue
      isMergeQueueEnabled
    }
  }
}`;

/** A pull request as far as merging it needs to know. */
interface Mergeable {
  readonly number: number;
  readonly node_id: string;
  readonly head: { readonly sha: string };
}

/** GitHub refuses automatic merging where nothing is left to wait for: then it is merged now. */
const nothingToWaitFor = /in (clean|has_hooks|unstable) status/;
/** A queue may be there without it: then whoever may be merged goes there, and whoever may not yet waits for another run. */
const noAutomaticMerging = /auto.?merge is not allowed/i;

/** Where the base branch has a merge queue, it merges by the queue's method and not by this one. */
export async function mergeWhenReady(github: GitHub, number: number, method: MergeMethod): Promise<void> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (data.merged || data.auto_merge?.merge_method === method) return;
  if (data.state === 'closed') {
    const hint = 'reopen it, or let the next promotion open another';
    throw new ExternalError('GitHub', `pull request ${number} was closed without being merged`, hint);
  }
  const { isInMergeQueue, isMergeQueueEnabled } = await queueOf(github, data.node_id);
  if (isInMergeQueue || (isMergeQueueEnabled && data.auto_merge !== null)) return;
  try {
    await octokit.graphql(enable, { id: data.node_id, head: data.head.sha, by: method.toUpperCase() });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const mayGoOn = isMergeQueueEnabled && noAutomaticMerging.test(error.message);
    if (!nothingToWaitFor.test(error.message) && !mayGoOn) throw error;
    // The commit that was looked at, and no later one.
    await (isMergeQueueEnabled ? putIntoQueue(github, data) : mergeNow(github, data, method));
  }
}

export async function mergeByHand(github: GitHub, number: number): Promise<void> {
  const { octokit, owner, repo } = github;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  if (data.state !== 'open') return;
  if (data.auto_merge !== null) await octokit.graphql(disable, { id: data.node_id });
  if ((await queueOf(github, data.node_id)).isInMergeQueue)
    await octokit.graphql(dequeue, { id: data.node_id });
}

interface Queue {
  readonly isInMergeQueue: boolean;
  readonly isMergeQueueEnabled: boolean;
}

/** An older Enterprise server has no queues, and refuses the question. */
async function queueOf({ octokit }: GitHub, id: string): Promise<Queue> {
  const none = { isInMergeQueue: false, isMergeQueueEnabled: false };
  try {
    return (await octokit.graphql<{ node: Queue | null }>(ofQueue, { id })).node ?? none;
  } catch (error) {
    if (error instanceof Error && /doesn't exist on type/.test(error.message)) return none;
    throw error;
  }
}

async function putIntoQueue(
  github: GitHub,
  { number, node_id: id, head: { sha } }: Mergeable,
): Promise<void> {
  try {
    await github.octokit.graphql(enqueue, { id, head: sha });
  } catch (error) {
    // A second attempt finds what the first has done.
    if ((await queueOf(github, id)).isInMergeQueue) return;
    if (!(error instanceof Error && /is expected|are expected|is required|are required/.test(error.message)))
      throw error;
    github.report(`pull request ${number} goes into the merge queue at a later run: ${error.message}`);
  }
}

async function mergeNow(
  { octokit, owner, repo }: GitHub,
  { number, head: { sha } }: Mergeable,
  method: MergeMethod,
): Promise<void> {
  const pull = { owner, repo, pull_number: number };
  try {
    await octokit.rest.pulls.merge({ ...pull, merge_method: method, sha });
  } catch (error) {
    // A second attempt finds what the first has done; so does the slower of two runs.
    if (!(await octokit.rest.pulls.get(pull)).data.merged) throw error;
  }
}
