import type { Api } from '../test/argocd/harness/api.ts';
import { type Document, listSchema, schemasOf, textOf } from './schema-of-kind.ts';

/** Schemas of a server's own kinds: the folder for its version, and texts by file name. */
export interface PublishedSchemas {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Asks a server for its OpenAPI. One that has definitions of custom kinds gives the same answer. */
export async function publishedSchemas(api: Api): Promise<PublishedSchemas> {
  const { major, minor } = await api.call<{ major: string; minor: string }>('GET', '/version');
  const index = await api.call<{ paths: Record<string, unknown> }>('GET', '/openapi/v3');
  const files = new Map<string, string>();
  for (const path of Object.keys(index.paths)) {
    if (!/^(api|apis\/.+)\/v\w+$/.test(path)) continue;
    const document = await api.call<Document>('GET', `/openapi/v3/${path}`);
    const schemas = [...schemasOf(document), ...(path === 'api/v1' ? [listSchema(document)] : [])];
    for (const { file, schema } of schemas) files.set(file, textOf(schema));
  }
  return {
    folder: `generator/schemas/v${major}.${minor.replace(/\D+$/, '')}`,
    files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
