import type { Plain, PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { ChartSource } from './chart-source.ts';
import { withComments } from './from-comments.ts';
import { fromSchema } from './from-schema.ts';
import { mentions, pathsRead, withPaths } from './from-templates.ts';
import { fromValue } from './from-values.ts';
import { withKubernetes } from './kubernetes.ts';
import { mergeNodes } from './merge-nodes.ts';
import { isMap, type Node, ordered, typesOf } from './node.ts';
import { readAsHelm } from './read-values.ts';

/** What every derived schema says of itself. */
export const derivedMark = 'Derived from the chart by ';

/** Longer defaults are scripts, rules and prose of the chart: that they changed is seen by their fingerprint. */
const longestDefault = 80;

/**
 * The schema of a chart's values, from what the chart itself says: the defaults in its `values.yaml`, the keys that
 * stand there as comments, its `values.schema.json`, and what its templates read. `key` and `version` are those of
 * `charts/upstream.yaml`; `fingerprint` makes a short text of a long one.
 */
export function deriveSchema(
  { key, version }: { readonly key: string; readonly version: string },
  source: ChartSource,
  fingerprint: (text: string) => string,
): PlainObject {
  const tree = treeOf(source);
  const global = tree.properties?.global ?? { type: 'object', additionalProperties: true };
  const properties = { ...tree.properties, global };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: `${derivedMark}\`npm run charts -- ${key}\`. Do not edit; what the chart honors without naming it goes into ${key}.additions.yaml.`,
    'x-version': version,
    ...(finished({ type: 'object', properties, additionalProperties: false }, fingerprint) as PlainObject),
  };
}

/** The version of the chart that a schema was derived from. */
export function versionIn({ 'x-version': version }: PlainObject): string | null {
  return typeof version === 'string' ? version : null;
}

function treeOf({ values, schema, templates, dependencies }: ChartSource): Node {
  const defaults = readAsHelm(values);
  const own = mergeNodes(
    closedRoot(fromValue(isMap(defaults) ? defaults : {})),
    schema === null ? undefined : fromSchema(parsed(schema)),
  );
  const isRead = (key: string): boolean => mentions(templates, key);
  const named = withPaths(withComments(closedRoot(own), values, isRead), pathsRead(templates));
  return withKubernetes(dependencies.reduce(withDependency, named));
}

/** Helm refuses a chart whose schema it cannot read; until then it says nothing. */
function parsed(schema: string): Plain {
  try {
    return JSON.parse(schema) as Plain;
  } catch {
    return true;
  }
}

/** No chart takes any key at all at its top, whatever its schema forgot to say. */
const closedRoot = (node: Node): Node => ({
  ...node,
  type: 'object',
  properties: node.properties ?? {},
  additionalProperties: false,
});

function withDependency(tree: Node, { key, chart }: ChartSource['dependencies'][number]): Node {
  const known = entryOf(tree.properties, key);
  const inner = chart === null ? undefined : treeOf(chart);
  const merged =
    inner === undefined ? { ...known, type: 'object', additionalProperties: true } : overlaid(inner, known);
  return { ...tree, properties: { ...tree.properties, [key]: merged } };
}

/** A chart sets other defaults for one that it brings along, which has more keys than it sets. */
function overlaid(inner: Node, over: Node | undefined): Node {
  if (over === undefined) return inner;
  if (inner.properties === undefined || over.properties === undefined) return withOtherDefault(inner, over);
  const keys = [...new Set([...Object.keys(inner.properties), ...Object.keys(over.properties)])];
  const properties = keys.map((key) => {
    const [below, above] = [entryOf(inner.properties, key), entryOf(over.properties, key)];
    return [key, below === undefined ? (above ?? {}) : overlaid(below, above)] as const;
  });
  return { ...inner, properties: Object.fromEntries(properties) };
}

function withOtherDefault(inner: Node, { default: usual, type }: Node): Node {
  if (usual === undefined) return inner;
  const [known, said] = [typesOf(inner), [type ?? []].flat()];
  const types = known.length === 0 || known.includes(said[0] ?? '') ? known : [...known, ...said];
  return {
    ...inner,
    ...(types.length > 0 && { type: types.length === 1 ? (types[0] as string) : types }),
    default: usual,
  };
}

/** Keywords in one order, and long defaults as their fingerprint. */
function finished(node: Node, fingerprint: (text: string) => string): Node {
  const { default: usual, properties, items, additionalProperties } = node;
  const inner =
    properties && Object.entries(properties).map(([key, child]) => [key, finished(child, fingerprint)]);
  const text = usual === undefined ? '' : JSON.stringify(usual);
  return ordered({
    ...node,
    ...(text.length > longestDefault && { default: `sha256:${fingerprint(text)}` }),
    ...(inner && { properties: Object.fromEntries(inner) }),
    ...(items && { items: finished(items, fingerprint) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: finished(additionalProperties, fingerprint),
    }),
  });
}
