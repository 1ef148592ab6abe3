import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { dequeue, enqueue, isQueued } from './merge-queue.ts';
import { mergeState, protectionOf, refusedMethod, unmet } from './protection.ts';
import type { Pull, World } from './world.ts';

const schema = buildSchema(readFileSync(new URL('../operations.gen.graphql', import.meta.url), 'utf8'));

interface Input {
  readonly pullRequestId: string;
  readonly mergeMethod: string;
  readonly expectedHeadOid?: string;
  readonly clientMutationId?: string;
}

/** Answers a request of GraphQL by GitHub's published schema; errors carry their type beside the message. */
export async function answerGraphql(world: World, body: unknown, user: string): Promise<object> {
  const { query = '', variables = {} } = body as { query?: string; variables?: Record<string, unknown> };
  const rootValue = {
    enablePullRequestAutoMerge: ({ input }: { input: Input }) => enable(world, input, user),
    disablePullRequestAutoMerge: ({ input }: { input: Input }) => disable(world, input),
    enqueuePullRequest: ({ input }: { input: Input }) => putIntoQueue(world, input),
    dequeuePullRequest: ({ input }: { input: { id: string } }) => takeOutOfQueue(world, input.id),
    node: ({ id }: { id: string }) => shown(world, pullOf(world, id)),
  };
  const { data, errors } = await graphql({ schema, source: query, variableValues: variables, rootValue });
  return {
    ...(data !== undefined && { data }),
    ...(errors && {
      errors: errors.map((error) => ({
        message: error.message,
        path: error.path,
        type: error.extensions.type,
      })),
    }),
  };
}

function enable(
  world: World,
  { pullRequestId, mergeMethod, expectedHeadOid, clientMutationId }: Input,
  user: string,
): object {
  const pull = pullOf(world, pullRequestId);
  const why = whyNot(world, pull, mergeMethod.toLowerCase(), expectedHeadOid);
  if (why !== null) throw refused('UNPROCESSABLE', why);
  pull.autoMergeBy = user;
  const queue = protectionOf(world, pull.base)?.queue ?? null;
  if (queue !== null && ['clean', 'unstable'].includes(mergeState(world, pull))) {
    if (!isQueued(world, pull)) enqueue(world, pull);
    return { clientMutationId };
  }
  pull.autoMerge = queue ?? (mergeMethod.toLowerCase() as Pull['autoMerge']);
  return { clientMutationId };
}

function disable(world: World, { pullRequestId, clientMutationId }: Input): object {
  const pull = pullOf(world, pullRequestId);
  if (pull.autoMerge === null)
    throw refused('UNPROCESSABLE', "Pull request Can't disable auto-merge for this pull request");
  pull.autoMerge = null;
  return { clientMutationId };
}

function pullOf({ pulls }: World, id: string): Pull {
  const pull = pulls.find(({ number }) => `PR_${number}` === id);
  if (pull) return pull;
  throw refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}

function whyNot(world: World, pull: Pull, method: string, expected: string | undefined): string | null {
  if (!world.rules.autoMerge) return 'Pull request Auto merge is not allowed for this repository';
  if (pull.state === 'closed') return "Pull request Can't enable auto-merge for this pull request";
  if (expected !== undefined && expected !== pull.sha)
    return 'Pull request Head branch was modified. Review and try again.';
  const state = mergeState(world, pull);
  if (state === 'dirty') return 'Pull request Pull request is in dirty status';
  if (protectionOf(world, pull.base)?.queue) return null;
  if (refusedMethod(world, method) !== null) return `Merge method ${refusedMethod(world, method)}`;
  return ['blocked', 'behind'].includes(state) ? null : `Pull request Pull request is in ${state} status`;
}

function putIntoQueue(world: World, { pullRequestId, expectedHeadOid, clientMutationId }: Input): object {
  const pull = pullOf(world, pullRequestId);
  const fail = (why: string): GraphQLError => refused('UNPROCESSABLE', `Pull request ${why}`);
  if (!protectionOf(world, pull.base)?.queue) throw fail('Merge queue is not enabled for this branch');
  if (pull.state === 'closed') throw fail('is closed');
  if (isQueued(world, pull)) throw fail('is already in the queue');
  if (expectedHeadOid !== undefined && expectedHeadOid !== pull.sha) throw fail('Head branch was modified');
  const lacking = unmet(world, pull);
  if (lacking !== null) throw fail(lacking);
  enqueue(world, pull);
  return { clientMutationId };
}

function takeOutOfQueue(world: World, id: string): object {
  dequeue(world, pullOf(world, id));
  return {};
}

const shown = (world: World, pull: Pull): object => ({
  __typename: 'PullRequest',
  isInMergeQueue: isQueued(world, pull),
  isMergeQueueEnabled: Boolean(protectionOf(world, pull.base)?.queue),
});

const refused = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } });
