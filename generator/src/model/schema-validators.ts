import { Ajv, type AnySchema, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { PlainObject } from '../definition/plain.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import { kubernetesDefinitions } from '../upstream/kubernetes.ts';
import type { ValuesSchema } from './chart-model.ts';

/** Helm takes a regular expression as Go writes it, so flags may stand inside it. */
const asGo = Object.assign(
  (pattern: string, flags: string): RegExp => {
    const [, own = '', rest = pattern] = pattern.match(/^\(\?([imsU]+)\)(.*)$/s) ?? [];
    return new RegExp(rest, [...new Set([...flags, ...own.replace('U', '')])].join(''));
  },
  { code: 'new RegExp' },
);

const options: Options = {
  allErrors: true,
  verbose: true,
  strict: false,
  // What a format means is Kubernetes' or the program's to say.
  validateFormats: false,
  logger: false,
  // Kubernetes' definitions are referred to from everywhere: each is code once.
  inlineRefs: false,
  unicodeRegExp: false,
  // Most of the time of compiling, for checks that take none.
  code: { regExp: asGo, optimize: false },
};

const drafts = [
  { pattern: /draft\/2020-12\/schema/, Validator: Ajv2020 },
  { pattern: /draft\/2019-09\/schema/, Validator: Ajv2019 },
  { pattern: /draft-0[4-7]\/schema/, Validator: Ajv },
];

const validators = new WeakMap<PlainObject, ValidateFunction>();

/**
 * Compiling a schema costs more than checking with it, and one schema serves every environment. Each has a compiler of
 * its own, for two charts may give their schemas one address.
 */
export function validatorOf({ schema }: Pick<ValuesSchema, 'schema'>): ValidateFunction {
  const known = validators.get(schema) ?? compiled(schema);
  validators.set(schema, known);
  return known;
}

function compiled(schema: PlainObject): ValidateFunction {
  const { $schema, id: _id, ...rest } = schema;
  const draft = drafts.find(({ pattern }) => pattern.test(String($schema ?? 'draft-07/schema')));
  if (draft === undefined)
    throw new Error(`$schema names no draft that is known: ${JSON.stringify($schema)}`);
  const ajv = new draft.Validator(options);
  // Ours, and many: no need to check them each time.
  ajv.addSchema({ $id: 'kubernetes', definitions: kubernetesDefinitions }, undefined, false, false);
  return ajv.compile((/draft-04/.test(String($schema)) ? asDraft06(rest) : rest) as AnySchema);
}

/** Draft 4 says with `true` beside a bound that it is not in the range; later ones give the bound itself. */
function asDraft06(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asDraft06);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'id' && typeof value === 'string') return [];
    const bound = key === 'exclusiveMinimum' ? 'minimum' : key === 'exclusiveMaximum' ? 'maximum' : null;
    if (bound === null || typeof value !== 'boolean') return [[key, asDraft06(value)]];
    return value ? [[key, (schema as Record<string, unknown>)[bound]]] : [];
  });
  return Object.fromEntries(entries);
}

/** A schema that can be checked with, or why not. */
export function usableSchema(schema: ValuesSchema): Result<ValuesSchema> {
  const { schema: root, file } = schema;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) {
    return failure([
      unusable(file, `it is ${JSON.stringify(root)?.slice(0, 40)}, and must be an object: { … }`),
    ]);
  }
  try {
    validatorOf(schema);
    return success(schema);
  } catch (error) {
    return failure([unusable(file, `it cannot be read as a JSON Schema: ${firstLine(error)}`)]);
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 300);

const unusable = (file: string, message: string): Problem =>
  problem(
    'bad-chart',
    { file },
    message,
    'drafts 4 to 2020-12 are read; what a $ref points at must stand in the same file',
  );
