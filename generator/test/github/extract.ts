import { type Extract, type Operation, operations, type Schema, sources } from './operations.ts';

type Json = Record<string, unknown>;

/** Words for people; and those of OpenAPI that say nothing of what is valid. */
const forPeople = new Set([
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'title',
  'x-github-breaking-changes',
]);

/** The operations that we use out of GitHub's whole description, and the schemas that they lead to, as JSON Schema. */
export function extract(description: Json): Extract {
  const schemas: Record<string, Schema> = {};
  const resolve = (value: unknown): Json => {
    const { $ref } = value as { $ref?: string };
    return ($ref === undefined ? value : at(description, $ref)) as Json;
  };
  const keep = (schema: unknown): Schema =>
    converted(schema, (name) => {
      if (name in schemas) return;
      schemas[name] = {};
      schemas[name] = keep(at(description, `#/components/schemas/${name}`));
    }) as Schema;
  const contentOf = (value: unknown): Schema | null => {
    const content = (resolve(value).content ?? {}) as Json;
    const json = content['application/json'] as { schema: unknown } | undefined;
    return json === undefined ? null : keep(json.schema);
  };
  const found: Record<string, Operation> = {};
  for (const [path, methods] of Object.entries(description.paths as Record<string, Record<string, Json>>)) {
    for (const [method, operation] of Object.entries(methods)) {
      const id = operation.operationId;
      if (typeof id !== 'string' || !operations.includes(id)) continue;
      const parameters = ((operation.parameters ?? []) as unknown[]).map(resolve);
      const body = operation.requestBody === undefined ? null : contentOf(operation.requestBody);
      found[id] = {
        method: method.toUpperCase(),
        path,
        query: closed({
          type: 'object',
          properties: Object.fromEntries(
            parameters
              .filter((parameter) => parameter.in === 'query')
              .map(({ name, schema }) => [name, keep(schema)]),
          ),
        }),
        body: body && closed(body),
        responses: Object.fromEntries(
          Object.entries(operation.responses as Json).map(([status, answer]) => [status, contentOf(answer)]),
        ),
      };
    }
  }
  return {
    source: `npm ${sources.rest.package} ${sources.rest.version}, ${sources.rest.file}`,
    license: 'MIT, as GitHub publishes it in github/rest-api-description',
    operations: sorted(found),
    schemas: sorted(schemas),
  };
}

/** GitHub ignores what it does not know. Here a misspelled name is refused. */
const closed = (schema: Schema): Schema =>
  schema.type === 'object' && !('oneOf' in schema) ? { ...schema, additionalProperties: false } : schema;

/** A schema of OpenAPI 3.0 as JSON Schema, without words; every schema that it names is told to `named`. */
function converted(value: unknown, named: (name: string) => void): unknown {
  if (Array.isArray(value)) return value.map((item) => converted(item, named));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, $ref, ...rest } = value as Json;
  if (typeof $ref === 'string') {
    const name = $ref.slice('#/components/schemas/'.length);
    named(name);
    return orNull({ $ref: `#/schemas/${name}` }, nullable);
  }
  const entries = Object.entries(rest)
    .filter(([key]) => !forPeople.has(key))
    .map(([key, item]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(item as Json).map(([name, each]) => [name, converted(each, named)]),
          )
        : converted(item, named),
    ]);
  return orNull(Object.fromEntries(entries), nullable);
}

const orNull = (schema: Schema, nullable: unknown): Schema =>
  nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;

const at = (document: Json, reference: string): unknown =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Json)[key], document);

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The extract as it is committed: a line for each schema, so that a newer version shows what it changes. */
export function textOf({ source: from, license, operations: found, schemas }: Extract): string {
  const lines = (record: object): string =>
    Object.entries(record)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{
  "source": ${JSON.stringify(from)},
  "license": ${JSON.stringify(license)},
  "operations": {
${lines(found)}
  },
  "schemas": {
${lines(schemas)}
  }
}
`;
}
