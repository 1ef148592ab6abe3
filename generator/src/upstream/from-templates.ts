import { escaped } from '../definition/format/text-format.ts';
import { entryOf } from '../problem/entry-of.ts';
import { isClosed, type Node } from './node.ts';

const read = /\.Values((?:\.[A-Za-z_]\w*)+)/g;

/** Paths that templates read by their whole name, as `.Values.image.tag`. */
export function pathsRead(templates: readonly string[]): string[][] {
  const paths = new Set(
    templates.flatMap((text) => [...text.matchAll(read)].map(([, path = '']) => path.slice(1))),
  );
  return [...paths].sort().map((path) => path.split('.'));
}

/** The same tree, with what templates read and the chart's values leave out. */
export const withPaths = (tree: Node, paths: readonly (readonly string[])[]): Node =>
  paths.reduce(withPath, tree);

function withPath(node: Node, [first, ...rest]: readonly string[]): Node {
  if (first === undefined || !isClosed(node)) return node;
  const known = entryOf(node.properties, first);
  const inner = known === undefined ? missing(rest) : withPath(known, rest);
  return inner === known ? node : { ...node, properties: { ...node.properties, [first]: inner } };
}

/** Of what is read without being named, nobody knows the type. */
const missing = ([first, ...rest]: readonly string[]): Node =>
  first === undefined
    ? {}
    : { type: 'object', properties: { [first]: missing(rest) }, additionalProperties: true };

/** Whether some template names a key, be it inside a `with` or by `get`. */
export function mentions(templates: readonly string[], key: string): boolean {
  const word = escaped(key);
  const mention = new RegExp(`\\.${word}(?![\\w-])|["'\`]${word}["'\`]`);
  return templates.some((text) => mention.test(text));
}
