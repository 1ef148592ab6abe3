import { isScalar, isMap as isYamlMap, LineCounter, parseDocument, visit } from 'yaml';
import { entryOf } from '../problem/entry-of.ts';
import { fromValue } from './from-values.ts';
import { isClosed, isMap, type Node } from './node.ts';
import { readAsHelm } from './read-values.ts';

/** A key that stands among the values as a comment: a setting that the chart has and leaves unset. */
interface Commented {
  readonly parent: readonly string[];
  readonly key: string;
  readonly example: Node;
}

/** A key of `values.yaml`, where it begins. Line and column are 0-based. */
interface Key {
  readonly line: number;
  readonly column: number;
  readonly path: readonly string[];
}

const comment = /^(\s*)#+ ?(\s*)(.*)$/;
const entry = /^([A-Za-z_][\w.-]*):(?:\s+(\S.*))?$/;

/** The same tree, with the keys that stand in it as comments. `isRead` says whether some template knows a key. */
export function withComments(tree: Node, text: string, isRead: (key: string) => boolean): Node {
  return commentedKeys(text)
    .filter(({ key }) => isRead(key))
    .reduce((node, { parent, key, example }) => withKey(node, parent, key, example), tree);
}

function withKey(node: Node, [first, ...rest]: readonly string[], key: string, example: Node): Node {
  if (!isClosed(node)) return node;
  const { properties = {} } = node;
  if (first === undefined)
    return Object.hasOwn(properties, key) ? node : { ...node, properties: { ...properties, [key]: example } };
  const known = entryOf(properties, first);
  if (known === undefined) return node;
  return { ...node, properties: { ...properties, [first]: withKey(known, rest, key, example) } };
}

function commentedKeys(text: string): Commented[] {
  const lines = text.split('\n');
  const { keys, inside } = keysIn(text);
  return lines.flatMap((line, i): Commented[] => {
    const [, indent = '', deeper = '', content = ''] = (inside.has(i) ? null : line.match(comment)) ?? [];
    // What stands deeper belongs to a commented key above it.
    const [, key = '', rest = ''] = deeper === '' ? (content.match(entry) ?? []) : [];
    if (key === '') return [];
    const example = rest === '' ? blockBelow(lines, i, indent) : rest;
    const value = readAsHelm(`${key}: ${example}\n`);
    const parent = parentAt(keys, i, indent.length);
    if (parent === null || !isMap(value)) return [];
    return [{ parent, key, example: loose(fromValue(value[key] ?? null, key)) }];
  });
}

/** The commented lines below one that are deeper than it. */
function blockBelow(lines: readonly string[], start: number, indent: string): string {
  const block: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const [, own, deeper = '', content = ''] = line.match(comment) ?? [];
    if (own !== indent || (deeper === '' && !content.startsWith('- '))) break;
    block.push(`  ${deeper}${content}`);
  }
  return block.length === 0 ? '' : `\n${block.join('\n')}`;
}

/** The map that a comment at a column belongs to: that of the last key above it that begins there. */
function parentAt(keys: readonly Key[], line: number, column: number): readonly string[] | null {
  for (const key of keys.filter((above) => above.line < line).reverse()) {
    if (key.column === column) return key.path.slice(0, -1);
    if (key.column < column) return key.path;
  }
  return column === 0 ? [] : null;
}

/** Where each key stands, and which lines are inside of texts, where a hash begins no comment. */
function keysIn(text: string): { keys: Key[]; inside: Set<number> } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, version: '1.1', logLevel: 'silent' });
  const keys: Key[] = [];
  const inside = new Set<number>();
  const at = (offset: number) => counter.linePos(offset);
  visit(document, {
    Pair(_, pair, ancestors) {
      if (!isScalar(pair.key) || pair.key.range == null) return;
      const above = ancestors.flatMap((node) =>
        'key' in (node as object) && isScalar((node as { key?: unknown }).key)
          ? [String((node as unknown as { key: { value: unknown } }).key.value)]
          : [],
      );
      const { line, col } = at(pair.key.range[0]);
      keys.push({ line: line - 1, column: col - 1, path: [...above, String(pair.key.value)] });
    },
    Scalar(_, scalar) {
      const [start = 0, end = 0] = scalar.range ?? [];
      for (let i = at(start).line; i < at(Math.max(start, end - 1)).line; i++) inside.add(i);
    },
  });
  return { keys: isYamlMap(document.contents) ? keys : [], inside };
}

/** An example is none that the chart takes by itself, and others than it may be set. */
function loose({ default: _default, properties, ...node }: Node): Node {
  return properties === undefined ? node : { type: 'object', additionalProperties: true };
}
