/** A package of npm at a version, and the file of it that we read. */
export interface Source {
  readonly package: string;
  readonly version: string;
  readonly file: string;
}

/** GitHub's published description of its REST API, and its published GraphQL schema. */
export const sources = {
  rest: { package: '@octokit/openapi', version: '23.0.2', file: 'generated/api.github.com.json' },
  graphql: { package: '@octokit/graphql-schema', version: '15.26.1', file: 'schema.graphql' },
} as const satisfies Record<string, Source>;

/** What we call of GraphQL. */
export const mutations: readonly string[] = [
  'dequeuePullRequest',
  'disablePullRequestAutoMerge',
  'enablePullRequestAutoMerge',
  'enqueuePullRequest',
];

/** What we ask of GraphQL: fields by the type that has them. */
export const queried: Readonly<Record<string, readonly string[]>> = {
  Query: ['node'],
  PullRequest: ['id', 'isInMergeQueue', 'isMergeQueueEnabled'],
};

/** What we call of REST, by operation id: the server of the tests does these and refuses all others. */
export const operations: readonly string[] = [
  'apps/create-installation-access-token',
  'apps/get-repo-installation',
  'git/get-ref',
  'issues/add-labels',
  'issues/create',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/list-comments',
  'issues/list-for-repo',
  'issues/remove-label',
  'issues/update',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/merge',
  'pulls/request-reviewers',
  'pulls/update',
  'repos/create-commit-status',
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-rules',
  'repos/get-combined-status-for-ref',
  'repos/list-activities',
  'repos/list-pull-requests-associated-with-commit',
];

/** A JSON Schema, as data. */
export type Schema = { readonly [key: string]: unknown };

/** One operation: where it is, and what may be sent and answered. Null: nothing. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: Schema;
  readonly body: Schema | null;
  /** By status. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

/** The committed extract, `operations.gen.json`. */
export interface Extract {
  readonly source: string;
  readonly license: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Schemas that the operations name as `#/schemas/<name>`. */
  readonly schemas: Readonly<Record<string, Schema>>;
}
