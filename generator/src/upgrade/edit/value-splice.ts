import { type Document, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { Splice } from './scalar-edit.ts';
import { scalarSource } from './scalar-source.ts';
import { resolved } from './value-place.ts';

/** What puts a value in the place of a pair's; the reason where that cannot be done. */
export function valueSplice(
  text: string,
  value: string | null,
  map: YAMLMap,
  pair: Pair,
  document: Document,
): Splice | string {
  if (pair.value === null) return behindKey(pair, value, map, document);
  const node = resolved(pair.value, document);
  if (!isScalar(node) || !node.range) return 'holds more than one value';
  const [start, end] = node.range;
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
    return inBlock(text, value, start, end);
  const source = scalarSource(value, node, map, document);
  // An empty value stands behind everything up to the next key, comments included.
  if (start === end && node.value === null) return behindColon(text, source, pair, start);
  return { start, end, text: source };
}

/** `{ tag, digest }` */
function behindKey(pair: Pair, value: string | null, map: YAMLMap, document: Document): Splice | string {
  if (!isScalar(pair.key) || !pair.key.range) return 'has no value that could be replaced';
  const [, at] = pair.key.range;
  return { start: at, end: at, text: `: ${scalarSource(value, new Scalar(null), map, document)}` };
}

function behindColon(text: string, source: string, pair: Pair, end: number): Splice | string {
  const key = isScalar(pair.key) ? pair.key.range : null;
  const colon = key ? text.indexOf(':', key[1]) : -1;
  if (colon < 0 || colon >= end) return 'has no value that could be replaced';
  return { start: colon + 1, end: colon + 1, text: ` ${source}` };
}

/** The one line of a block scalar, without what stands around it. */
function inBlock(text: string, value: string | null, start: number, end: number): Splice | string {
  const lines = [...text.slice(start, end).matchAll(/^[^\r\n]*\S[^\r\n]*$/gm)].slice(1);
  const [line] = lines;
  if (line === undefined || lines.length > 1 || value === null) return 'is a block of text';
  const content = line[0].trim();
  const at = start + line.index + line[0].indexOf(content);
  return { start: at, end: at + content.length, text: value };
}
