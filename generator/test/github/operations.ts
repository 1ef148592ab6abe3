/** The package that carries GitHub's published OpenAPI description, and the file inside that we read. */
export const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  file: 'generated/api.github.com.json',
};

/** What we call of it, by operation id: the server of the tests does these and refuses all others. */
export const operations: readonly string[] = [
  'apps/create-installation-access-token',
  'apps/get-repo-installation',
  'issues/add-labels',
  'issues/create-comment',
  'issues/create-label',
  'issues/delete-comment',
  'issues/get-label',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/merge',
  'pulls/request-reviewers',
  'pulls/update',
  'repos/create-commit-status',
  'repos/get-combined-status-for-ref',
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
