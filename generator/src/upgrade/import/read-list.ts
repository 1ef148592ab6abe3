import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
} from 'yaml';
import { failure, type Problem, problem, type Result, success } from '../../problem/problem.ts';
import type { DuplicateKey, ListMap, ListValue } from './list-value.ts';

/** What a file says, and the keys that it says twice. */
export interface ReadList {
  readonly top: ListMap;
  readonly duplicates: readonly DuplicateKey[];
}

/** More values than any list of images has with all aliases written out. */
const mostValues = 100_000;

/**
 * Reads YAML as Helm does: of a key that stands twice the last counts, and what a merge key brings replaces what stands
 * above it. Aliases may be many, but not multiply.
 */
export function readList(file: string, text: string): Result<ReadList> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const syntax = document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    return problem('bad-yaml', { file, line, column: col }, message.split('\n')[0] ?? message);
  });
  if (syntax.length > 0) return failure(syntax.slice(0, 1));
  const duplicates: DuplicateKey[] = [];
  const refusal = (node: Node | null, message: string): Problem =>
    problem(
      'bad-yaml',
      { file, line: lineOf(node, lines) },
      message,
      'write the values out, without aliases',
    );
  const values = new Map<Node, ListValue | 'open'>();
  // Read from top to bottom, an anchor is the last of its name above an alias.
  const anchors = new Map<string, Node>();
  const refusals: Problem[] = [];

  const readValue = (node: Node | null | undefined, path: string): ListValue => {
    const nothing: ListValue = {
      kind: 'scalar',
      value: null,
      source: '',
      isQuoted: false,
      line: lineOf(node ?? null, lines),
    };
    if (!node) return nothing;
    const known = values.get(node);
    if (known === 'open') {
      refusals.push(refusal(node, `${path} contains itself`));
      return nothing;
    }
    if (known !== undefined) return known;
    values.set(node, 'open');
    if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    const value = freshValue(node, path);
    values.set(node, value);
    return value;
  };

  const freshValue = (node: Node, path: string): ListValue => {
    const line = lineOf(node, lines);
    if (isAlias(node)) {
      const source = anchors.get(node.source);
      if (source === undefined) refusals.push(refusal(node, `the alias *${node.source} stands for nothing`));
      return readValue(source, path);
    }
    if (isMap(node)) return { kind: 'map', entries: entriesOf(node, path), line };
    if (isSeq(node)) {
      const items = node.items.map((item, i) => readValue(item as Node | null, `${path}[${i}]`));
      return { kind: 'items', items, line };
    }
    const { value, source = '', type } = node as Scalar;
    return { kind: 'scalar', value, source, isQuoted: type !== Scalar.PLAIN, line };
  };

  const entriesOf = (map: YAMLMap, path: string): Map<string, ListValue> => {
    const entries = new Map<string, ListValue>();
    const own = new Map<string, number[]>();
    for (const pair of map.items) {
      const key = isScalar(pair.key) ? pair.key.value : null;
      const value = pair.value as Node | null;
      if (isMergeKey(key)) {
        for (const source of mergedMaps(readValue(value, path)))
          for (const [name, brought] of source.entries) entries.set(name, brought);
        continue;
      }
      const name = String(key);
      const below = path === '' ? name : `${path}.${name}`;
      entries.set(name, readValue(value, below));
      own.set(below, [...(own.get(below) ?? []), lineOf(pair.key as Node, lines)]);
    }
    for (const [below, all] of own)
      if (all.length > 1) duplicates.push({ path: below, lost: all.slice(0, -1), line: all.at(-1) ?? 0 });
    return entries;
  };

  const top = readValue(rootOf(document), '');
  const [first] = refusals;
  if (first !== undefined) return failure([first]);
  if (top.kind !== 'map') return failure([problem('bad-yaml', { file, line: 1 }, 'it is no map of images')]);
  if (sizeOf(top) > mostValues)
    return failure([refusal(document.contents, `its aliases make more than ${mostValues} values`)]);
  return success({ top, duplicates });
}

const rootOf = (document: Document): Node | null => document.contents as Node | null;

const isMergeKey = (key: unknown): boolean =>
  key === '<<' || (typeof key === 'symbol' && key.description === '<<');

/** In the order in which they are laid over each other: of a list, the first is on top. */
function mergedMaps(value: ListValue): ListMap[] {
  const all = value.kind === 'items' ? [...value.items].reverse() : [value];
  return all.filter((source) => source.kind === 'map');
}

const lineOf = (node: Node | null, lines: LineCounter): number =>
  node?.range ? lines.linePos(node.range[0]).line : 1;

/** Number of values with all aliases written out. Each value is counted once, however often it is used. */
function sizeOf(top: ListValue): number {
  const sizes = new Map<ListValue, number>();
  const count = (value: ListValue): number => {
    const known = sizes.get(value);
    if (known !== undefined) return known;
    const parts =
      value.kind === 'map' ? [...value.entries.values()] : value.kind === 'items' ? value.items : [];
    const size = parts.reduce((sum, part) => sum + count(part), 1);
    sizes.set(value, size);
    return size;
  };
  return count(top);
}
