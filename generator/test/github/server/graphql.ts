import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { mergeState, type Pull, type World } from './world.ts';

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
  const why = whyNot(world, pull, expectedHeadOid);
  if (why !== null) throw refused('UNPROCESSABLE', why);
  pull.autoMerge = mergeMethod.toLowerCase() as Pull['autoMerge'];
  pull.autoMergeBy = user;
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

function whyNot(world: World, pull: Pull, expected: string | undefined): string | null {
  if (!world.rules.autoMerge) return 'Pull request Auto merge is not allowed for this repository';
  if (pull.state === 'closed') return "Pull request Can't enable auto-merge for this pull request";
  if (expected !== undefined && expected !== pull.sha)
    return 'Pull request Head branch was modified. Review and try again.';
  const state = mergeState(world, pull);
  if (state === 'dirty') return 'Pull request Pull request is in dirty status';
  return state === 'blocked' ? null : `Pull request Pull request is in ${state} status`;
}

const refused = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } });
