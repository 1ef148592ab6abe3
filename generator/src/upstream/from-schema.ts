import type { Plain, PlainObject } from '../definition/plain.ts';
import { isMap, type Node, typesOf } from './node.ts';

/** How deep a chart's own schema is followed; those that refer to themselves have no bottom. */
const depth = 24;

/** What a chart's own `values.schema.json` says, in the words of ours. Of what it refers to elsewhere: anything. */
export function fromSchema(
  schema: Plain,
  root: PlainObject = isMap(schema) ? schema : {},
  left = depth,
): Node {
  if (!isMap(schema) || left === 0) return {};
  const node = target(schema, root);
  if (node === null) return {};
  const read = (inner: Plain | undefined): Node => fromSchema(inner ?? true, root, left - 1);
  const own = ownOf(node, read);
  const all = list(node.allOf).map(read);
  const any = [...list(node.anyOf), ...list(node.oneOf)].map(read);
  const merged = all.reduce(both, own);
  return any.length === 0 ? merged : both(merged, any.reduce(either));
}

const list = (value: Plain | undefined): readonly Plain[] => (Array.isArray(value) ? value : []);

function ownOf(node: PlainObject, read: (inner: Plain | undefined) => Node): Node {
  const { type, properties, items, additionalProperties, patternProperties } = node;
  const values = node.const !== undefined ? [node.const] : node.enum;
  const isText = (value: Plain): value is string => typeof value === 'string';
  const types = [type ?? []].flat().filter(isText);
  const open = isMap(patternProperties) ? true : additionalProperties;
  return {
    ...(types.length > 0 && { type: types.length === 1 ? (types[0] as string) : types }),
    ...(Array.isArray(values) && { enum: values as Plain[] }),
    ...(isMap(properties) && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, read(inner)])),
    }),
    ...(isMap(items) && { items: read(items) }),
    ...(open !== undefined && { additionalProperties: typeof open === 'boolean' ? open : read(open) }),
  };
}

/** What holds where both hold. */
function both(a: Node, b: Node): Node {
  const properties = { ...a.properties, ...b.properties };
  return { ...a, ...b, ...(Object.keys(properties).length > 0 && { properties }) };
}

/** What may hold where one of the two does: never less than either permits. */
function either(a: Node, b: Node): Node {
  if (isAnything(a) || isAnything(b)) return {};
  const types = [...new Set([...typesOf(a), ...typesOf(b)])];
  const properties = { ...a.properties, ...b.properties };
  return {
    ...(types.length > 0 && { type: types }),
    ...(a.enum && b.enum && { enum: [...a.enum, ...b.enum] }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(a.items && b.items && { items: either(a.items, b.items) }),
    ...openness(a, b),
  };
}

const isAnything = (node: Node): boolean => Object.keys(node).length === 0;

function openness(a: Node, b: Node): Pick<Node, 'additionalProperties'> {
  const maps = [a, b].filter((node) => typesOf(node).includes('object') || node.properties !== undefined);
  if (maps.length === 0) return {};
  const open = maps.find(({ additionalProperties }) => additionalProperties !== false)?.additionalProperties;
  if (open !== undefined) return { additionalProperties: open };
  return maps.every(({ additionalProperties }) => additionalProperties === false)
    ? { additionalProperties: false }
    : {};
}

/** The schema that a `$ref` into the same document points at; null for one that points elsewhere. */
function target(node: PlainObject, root: PlainObject, left = depth): PlainObject | null {
  const { $ref: reference, ...beside } = node;
  if (typeof reference !== 'string') return node;
  if (!reference.startsWith('#') || left === 0) return null;
  const keys = reference
    .slice(1)
    .split('/')
    .filter((key) => key !== '');
  const found = keys.reduce<Plain | undefined>(
    (at, key) =>
      isMap(at) ? at[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')] : undefined,
    root,
  );
  const inner = isMap(found) ? target(found, root, left - 1) : null;
  return inner && { ...inner, ...beside };
}
