import type { Plain, PlainObject } from '../definition/plain.ts';
import { isObject } from '../verify/manifest.ts';

/** What the formatter of this repository allows on a line. */
const width = 110;

/** Names that mean something in the files that are written. */
const taken = new Set([
  ...'await break case catch class const continue debugger default delete do else enum export extends false'.split(
    ' ',
  ),
  ...'finally for function if implements import in instanceof interface let new null package private'.split(
    ' ',
  ),
  ...'protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
  ...'apps arguments defineApp defineEnvironment eval firstParty undefined upstream'.split(' '),
]);

/** `order-api` as the name of a constant: `orderApi`. `kind` goes behind a word that is not free. */
export function identifier(name: string, kind: 'App' | 'Environment', used: Iterable<string> = []): string {
  const camel = name.replaceAll(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const word = /^\d/.test(camel) ? `_${camel}` : camel;
  return taken.has(word) || [...used].includes(word) ? `${word}${kind}` : word;
}

/** A text as the formatter writes it: in single quotes, unless double ones save escapes. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (text.includes("'") && !text.includes('"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Plain data as source text, on one line where it fits behind `before` characters, else one entry on each. */
export function literal(value: Plain, indent: string, before = 0): string {
  const flat = oneLine(value);
  if (indent.length + before + flat.length < width || !isBlock(value)) return flat;
  return block(value, indent);
}

/** Plain data with one entry on each line. */
export function block(value: PlainObject | readonly Plain[], indent: string): string {
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item: Plain) => `${inner}${literal(item, inner)},\n`)
    : Object.entries(value as PlainObject).map(([name, item]) => entry(name, item, inner));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join('')}${indent}${close}`;
}

/** A key with its value, as a line or several of an object. */
export function entry(name: string, value: Plain, indent: string): string {
  const head = `${key(name)}: `;
  const text = literal(value, indent, head.length);
  const long = !isBlock(value) && indent.length + head.length + text.length + 1 > width;
  return `${indent}${long ? `${key(name)}:\n${indent}  ${text}` : head + text},\n`;
}

const isBlock = (value: Plain): value is PlainObject | readonly Plain[] =>
  (Array.isArray(value) && value.length > 0) || (isObject(value) && Object.keys(value).length > 0);

function oneLine(value: Plain): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const entries = Object.entries(value).map(([name, item]) => `${key(name)}: ${oneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));
