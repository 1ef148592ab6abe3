import type { Plain } from '../definition/plain.ts';
import { isMap, type Node } from './node.ts';

/** Counts that may be given as a share, and ports that may be given by name. */
const countOrText = /(^|[a-z])(port|available|unavailable|surge)$/i;
/** Numbers that charts leave empty where they are not set. */
const number = /(port|available|unavailable|seconds|limit|count|replicas|threshold|weight)$/i;

/** What a default says of the values that may stand in its place. */
export function fromValue(value: Plain, name = ''): Node {
  if (value === null) return { default: null };
  if (typeof value === 'string') return { type: textTypes(value, name), default: value };
  if (typeof value === 'number') return { type: numberTypes(value, name), default: value };
  if (typeof value === 'boolean') return { type: 'boolean', default: value };
  if (Array.isArray(value)) return { type: 'array', default: value as Plain, ...itemsOf(value) };
  if (!isMap(value)) return {};
  const entries = Object.entries(value);
  if (entries.length === 0) return { type: 'object', additionalProperties: true };
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([key, item]) => [key, fromValue(item, key)])),
    additionalProperties: false,
  };
}

const textTypes = (value: string, name: string): string | string[] =>
  (value === '' && number.test(name)) || countOrText.test(name) ? ['string', 'number'] : 'string';

const numberTypes = (value: number, name: string): string | string[] =>
  !Number.isInteger(value) ? 'number' : countOrText.test(name) ? ['integer', 'string'] : 'integer';

/** Items of a list are examples: a list is replaced as a whole, and may hold others. */
function itemsOf(list: readonly Plain[]): Pick<Node, 'items'> {
  const nodes = list.map((item) => withoutDefaults(fromValue(item)));
  const [first] = nodes;
  if (first === undefined) return {};
  if (nodes.every(({ properties }) => properties !== undefined)) {
    const all = Object.assign({}, ...nodes.map(({ properties }) => properties)) as Record<string, Node>;
    return { items: { type: 'object', properties: all, additionalProperties: true } };
  }
  const types = new Set(nodes.map(({ type }) => JSON.stringify(type)));
  return types.size === 1 && first.type !== undefined ? { items: { type: first.type } } : {};
}

function withoutDefaults({ default: _default, properties, additionalProperties, ...node }: Node): Node {
  if (properties === undefined)
    return { ...node, ...(additionalProperties !== undefined && { additionalProperties }) };
  const inner = Object.entries(properties).map(([key, child]) => [key, withoutDefaults(child)] as const);
  return { ...node, properties: Object.fromEntries(inner), additionalProperties: true };
}
