import type { Plain, PlainObject } from '../model/model.ts';
import { isObject } from './manifest.ts';

/** One key that a schema of ours allows to set. */
export interface Setting {
  /** `*` stands for any item of a list and any key of a map. */
  readonly path: readonly string[];
  /** As it stands in our schema: the same for every path that a shared definition serves. */
  readonly node: PlainObject;
  /** Why a setting that the chart nowhere names is honored all the same. */
  readonly undocumented: string | null;
}

/** What a chart says of its values itself. */
export interface ChartValues {
  /** Its `values.yaml`. */
  readonly values: Plain;
  /** Its `values.schema.json`, where it has one. */
  readonly schema: PlainObject | null;
}

/** Keyword of our schemas, with the reason as its value. */
const exemption = 'x-undocumented';

/** Every setting of one of our schemas, parents first. What is below an exempted one is exempted with it. */
export function* settingsOf(
  schema: PlainObject,
  path: readonly string[] = [],
  root: PlainObject = schema,
): Generator<Setting> {
  const { properties, items, additionalProperties } = target(schema, root);
  for (const [key, node] of Object.entries(isObject(properties) ? properties : {})) {
    if (!isObject(node)) continue;
    const reason = node[exemption];
    yield { path: [...path, key], node, undocumented: typeof reason === 'string' ? reason : null };
    if (typeof reason !== 'string') yield* settingsOf(node, [...path, key], root);
  }
  for (const inner of [items, additionalProperties])
    if (isObject(inner)) yield* settingsOf(inner, [...path, '*'], root);
}

/** Whether a chart names a setting: among its values, or in its own schema. */
export function names({ values, schema }: ChartValues, path: readonly string[]): boolean {
  return namedInValues(values, path) || (schema !== null && namedInSchema(schema, path, schema));
}

/** Below a null, an empty map or a list, a chart leaves open what there may be. */
function namedInValues(value: Plain | undefined, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (value === null || Array.isArray(value)) return true;
  if (!isObject(value)) return false;
  if (first === '*' || Object.keys(value).length === 0) return true;
  return first in value && namedInValues(value[first], rest);
}

function namedInSchema(node: Plain | undefined, path: readonly string[], root: PlainObject): boolean {
  const [first, ...rest] = path;
  if (node === false) return false;
  if (first === undefined || node === true) return true;
  if (!isObject(node)) return false;
  const found = target(node, root);
  const { properties, items, additionalProperties, patternProperties } = found;
  const branches = [found.allOf, found.anyOf, found.oneOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  if (branches.some((branch) => namedInSchema(branch as Plain, path, root))) return true;
  if (isObject(properties) && first in properties) return namedInSchema(properties[first], rest, root);
  if (first === '*' && items !== undefined) return namedInSchema(items, rest, root);
  if (isObject(patternProperties)) return true;
  if (additionalProperties !== undefined) return namedInSchema(additionalProperties, rest, root);
  // An object of which nothing is said may hold anything; a number or a text may not.
  return properties === undefined && branches.length === 0 && allowsObjects(found.type);
}

const allowsObjects = (type: Plain | undefined): boolean =>
  type === undefined || [type].flat().some((each) => each === 'object' || each === 'array');

/** The schema that a `$ref` into the same document points at. */
function target(node: PlainObject, root: PlainObject): PlainObject {
  const reference = node.$ref;
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return node;
  const found = reference
    .slice(2)
    .split('/')
    .reduce<Plain | undefined>((at, key) => (isObject(at) ? at[key] : undefined), root);
  return isObject(found) ? target(found, root) : {};
}

/** Keys that the chart has at a place, for the hint. */
export function keysAt({ values }: ChartValues, path: readonly string[]): string[] {
  const found = path.reduce<Plain | undefined>((at, key) => (isObject(at) ? at[key] : undefined), values);
  return isObject(found) ? Object.keys(found) : [];
}
