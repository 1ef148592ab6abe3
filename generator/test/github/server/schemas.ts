import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Extract, Operation, Schema } from '../operations.ts';

type Json = Record<string, unknown>;

const extract = JSON.parse(
  readFileSync(new URL('../operations.gen.json', import.meta.url), 'utf8'),
) as Extract;

const options = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  formats: {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uri: (text: string) => URL.canParse(text),
    email: /@/,
    int64: true,
    'repo.nwo': /^[^/]+\/[^/]+$/,
  },
} as const;
const exact = new Ajv(options).addSchema(extract, 'github');
/** Of a query, everything is a string. */
const ofText = new Ajv({ ...options, coerceTypes: true }).addSchema(extract, 'github');

const compiled = new Map<string, ValidateFunction>();

function complaints(ajv: Ajv, pointer: string, value: unknown): string | null {
  const check = compiled.get(pointer) ?? ajv.compile({ $ref: `github#${pointer}` });
  compiled.set(pointer, check);
  return check(value) ? null : ajv.errorsText(check.errors, { separator: '\n' });
}

const pointerTo = (id: string, part: string): string => `/operations/${id.replace('/', '~1')}/${part}`;

/** The operation of a request and the values of its path, or null where we took none over. */
export function operationOf(method: string, path: string): { id: string; values: string[] } | null {
  for (const [id, operation] of Object.entries(extract.operations)) {
    const values = operation.method === method ? path.match(patternOf(operation)) : null;
    if (values) return { id, values: values.slice(1).map(decodeURIComponent) };
  }
  return null;
}

const patternOf = ({ path }: Operation): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);

/** What is wrong with a request, by GitHub's description. Null: nothing. */
export function wrongRequest(id: string, query: Json, body: unknown): string | null {
  const operation = extract.operations[id];
  const inQuery = complaints(ofText, pointerTo(id, 'query'), query);
  if (inQuery !== null) return inQuery;
  if (operation?.body == null) return body === undefined ? null : 'takes no body';
  return complaints(exact, pointerTo(id, 'body'), body ?? {});
}

/** What is wrong with an answer. Null: nothing, or the description only names the status. */
export function wrongAnswer(id: string, status: number, body: unknown): string | null {
  const responses = extract.operations[id]?.responses ?? {};
  if (!(status in responses))
    return [401, 403, 404, 422, 429, 500].includes(status) ? null : `status ${status}`;
  return responses[status] === null ? null : complaints(exact, pointerTo(id, `responses/${status}`), body);
}

/** The answer with everything that is required and that a test does not care for. */
export function completed(id: string, status: number, body: unknown): unknown {
  const schema = extract.operations[id]?.responses[status];
  return schema ? complete(schema, body) : body;
}

function complete(schema: Schema, given: unknown): unknown {
  const {
    $ref,
    allOf,
    anyOf,
    oneOf,
    items,
    properties = {},
    required = [],
  } = schema as {
    $ref?: string;
    allOf?: Schema[];
    anyOf?: Schema[];
    oneOf?: Schema[];
    items?: Schema;
    properties?: Record<string, Schema>;
    required?: string[];
  };
  if ($ref !== undefined) return complete(extract.schemas[$ref.slice('#/schemas/'.length)] as Schema, given);
  if (allOf !== undefined) return allOf.reduce((value: unknown, part) => complete(part, value), given);
  const ways = anyOf ?? oneOf;
  if (ways !== undefined) {
    if (given === null || (given === undefined && ways.some(({ type }) => type === 'null'))) return null;
    return complete(ways[0] as Schema, given);
  }
  if (Array.isArray(given)) return given.map((item) => (items ? complete(items, item) : item));
  if (given === undefined && schema.type !== 'object') return sample(schema);
  if (typeof given !== 'object' && given !== undefined) return given;
  const known = (given ?? {}) as Json;
  const names = new Set([...required, ...Object.keys(known)]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      properties[name] ? complete(properties[name], known[name]) : known[name],
    ]),
  );
}

function sample({ type, format, enum: values }: Schema): unknown {
  if (Array.isArray(values)) return values[0];
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return 1;
  if (format === 'uri') return 'https://github.example.org/not-looked-at';
  return format === 'date-time' ? '2026-01-01T00:00:00Z' : '';
}
