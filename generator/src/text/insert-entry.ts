import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { InternalError } from '../problem/errors.ts';

/**
 * Adds an entry to the one map of a YAML file, `images` or `charts`, and leaves every other byte alone. It goes where
 * the alphabet wants it among the entries that end the map in order; comments stay with what they stand above.
 *
 * @param lines the entry itself, without the map's indentation
 */
export function insertEntry(text: string, map: string, key: string, lines: readonly string[]): string {
  const entries = parseDocument(text).get(map);
  if (!isMap(entries)) throw new InternalError(`${map} was checked to be a map`);
  if (entries.flow === true) return inEmpty(text, entries, lines);
  const places = entries.items.map(({ key: node }) => ({
    name: isScalar(node) ? String(node.value) : '',
    at: isScalar(node) ? (node.range?.[0] ?? 0) : 0,
  }));
  const indent = indentAt(text, places[0]?.at ?? 0);
  const added = lines.map((line) => `${indent}${line}\n`).join('');
  const run = lastRun(places);
  const before = run.find(({ name }) => name > key);
  const at = before === undefined ? endOf(text, entries) : startAbove(text, before.at);
  // Right above the first of a run, a comment may be about all of them.
  const isFirst = before !== undefined && before === run[0];
  if (isFirst && at !== lineStart(text, before.at)) return splice(text, endOf(text, entries), added);
  return splice(text, at, added);
}

interface Entry {
  readonly name: string;
  readonly at: number;
}

/** The longest run of entries in alphabetical order that the map ends with. */
function lastRun(places: readonly Entry[]): readonly Entry[] {
  const start = places.findLastIndex(({ name }, i) => {
    const next = places[i + 1];
    return next !== undefined && name > next.name;
  });
  return places.slice(start + 1);
}

function splice(text: string, at: number, added: string): string {
  const gap = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return `${text.slice(0, at)}${gap}${added}${text.slice(at)}`;
}

/** `images: {}` becomes a block. */
function inEmpty(text: string, map: YAMLMap, lines: readonly string[]): string {
  const [start = 0, end = 0] = map.range ?? [];
  if (map.items.length > 0) throw new InternalError('a map between braces is not edited');
  const rest = text.slice(end).replace(/^[ \t]*\n/, '');
  return `${text.slice(0, start).trimEnd()}\n${lines.map((line) => `  ${line}\n`).join('')}${rest}`;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const indentAt = (text: string, at: number): string => text.slice(lineStart(text, at), at);

/** Start of an entry's own line, or of the comments right above it. */
function startAbove(text: string, at: number): number {
  let start = lineStart(text, at);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!text.slice(above, start).trimStart().startsWith('#')) break;
    start = above;
  }
  return start;
}

/** Behind the last line of the map's last value. */
function endOf(text: string, map: YAMLMap): number {
  const value = map.items.at(-1)?.value as { range?: readonly [number, number, number] } | null | undefined;
  const end = value?.range?.[1] ?? text.length;
  const last = text.slice(0, end).trimEnd().length;
  const newline = text.indexOf('\n', last);
  return newline < 0 ? text.length : newline + 1;
}
