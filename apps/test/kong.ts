import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'yaml';
import { at, isObject, type PlainObject, read } from '#testing';

interface Contract {
  readonly plugins: Readonly<Record<string, PlainObject>>;
  readonly definitions: Readonly<Record<string, PlainObject>>;
  /** Patterns of values, by kind and name without prefix. */
  readonly annotations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly credentials: Readonly<Record<string, PlainObject>>;
}

const prefix = 'konghq.com/';

const contract: Contract = parse(read(join(import.meta.dirname, 'kong'), 'contract.yaml'));

/** A schema by which nothing takes what it does not name; its conditions stay open, for they name what they are about. */
function closed(schema: PlainObject): PlainObject {
  if (!isObject(schema.properties)) return schema;
  const properties = Object.entries(schema.properties).map(([name, field]) => [
    name,
    closed(field as PlainObject),
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    ...schema,
    properties: Object.fromEntries(properties),
  };
}

const allClosed = (schemas: Readonly<Record<string, PlainObject>>) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, closed(schema)]));

const ajv = new Ajv({ allErrors: true, strict: false }).addSchema(
  {
    definitions: allClosed(contract.definitions),
    plugins: allClosed(contract.plugins),
    credentials: allClosed(contract.credentials),
  },
  'kong',
);

const said = ({ instancePath, message, params }: ErrorObject): string =>
  [instancePath, message, params.additionalProperty].filter(Boolean).join(' ');

function problems(kind: 'plugins' | 'credentials', name: string, value: unknown): string[] {
  const validate = contract[kind][name] && ajv.getSchema(`kong#/${kind}/${name}`);
  if (!validate) return [`the contract has no ${name}`];
  return validate(value) ? [] : (validate.errors ?? []).map(said);
}

const pluginProblems = (plugin: string, config: unknown) => problems('plugins', plugin, config);

/** What the controller and the gateway would not take of the data of a Secret that is a credential. */
export const credentialProblems = (type: string, data: unknown): string[] =>
  problems('credentials', type, data);

/** Annotations of an object that the controller would pass over. */
function annotationProblems(object: PlainObject): string[] {
  const annotations = at(object, 'metadata.annotations') ?? {};
  return Object.entries(annotations).flatMap(([name, value]) => {
    if (!name.startsWith(prefix)) return [];
    const pattern = contract.annotations[String(object.kind)]?.[name.slice(prefix.length)];
    if (pattern === undefined) return [`${name} is nothing to the controller`];
    return new RegExp(pattern).test(String(value)) ? [] : [`${name} cannot be ${value}`];
  });
}

/** What the gateway and its controller would not take of an object, or would pass over. */
export function kongProblems(object: PlainObject): string[] {
  const plugin = String(object.plugin);
  const ofPlugin = isPlugin(object) ? pluginProblems(plugin, object.config ?? {}) : [];
  return [...annotationProblems(object), ...ofPlugin].map(
    (problem) => `${object.kind}/${at(object, 'metadata.name')}: ${problem}`,
  );
}

export const isPlugin = ({ kind }: PlainObject): boolean =>
  kind === 'KongClusterPlugin' || kind === 'KongPlugin';
