import { isNode, isScalar, type Pair, Scalar, type YAMLMap } from 'yaml';
import type { Splice } from './scalar-edit.ts';
import { isJson } from './scalar-source.ts';

/** What adds a key behind another of the same map, written as that one is; the reason where that cannot be done. */
export function keySplice(
  text: string,
  key: string,
  source: string,
  map: YAMLMap,
  before: Pair,
): Splice | string {
  const start = isScalar(before.key) ? before.key.range?.[0] : undefined;
  const end = isNode(before.value) ? before.value.range?.[1] : undefined;
  if (start === undefined || end === undefined) return `has nothing behind which ${key} could stand`;
  const quote = { [Scalar.QUOTE_DOUBLE]: '"', [Scalar.QUOTE_SINGLE]: "'" }[
    String((before.key as Scalar).type)
  ];
  const name = `${quote ?? ''}${key}${quote ?? ''}`;
  const lead = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const isAlone = /^[ \t\uFEFF]*$/.test(lead);
  const pair = `${name}:${isJson(map) && text[text.indexOf(':', start) + 1] !== ' ' ? '' : ' '}${source}`;
  const newline = text.slice(0, end).match(/\r?\n/)?.[0] ?? text.match(/\r?\n/)?.[0] ?? '\n';
  if (map.flow === true) {
    const gap = isAlone ? `,${newline}${lead}` : text.slice(start, end).includes(': ') ? ', ' : ',';
    return { start: end, end, text: `${gap}${pair}` };
  }
  // The first key of a map in a list stands behind a dash.
  const indent = lead.replaceAll(/[^ \t]/g, ' ');
  const stop = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  return stop < 0
    ? { start: text.length, end: text.length, text: `${newline}${indent}${pair}` }
    : { start: stop + 1, end: stop + 1, text: `${indent}${pair}${newline}` };
}
