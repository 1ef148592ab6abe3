import type { Plain } from '../definition/plain.ts';

/** What fits on a line of the repository stands on one. */
const width = 110;

/** A JSON Schema as text: a small one on one line, a large one with a key on each, so that a diff shows keys. */
export const schemaText = (schema: Plain): string => `${format(schema, '', 0)}\n`;

function format(value: Plain, indent: string, before: number): string {
  const line = oneLine(value);
  if (typeof value !== 'object' || value === null) return line;
  if (indent.length + before + line.length < width && line !== '{}' && !isTree(value)) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${value.map((item: Plain) => `${inner}${format(item, inner, 1)}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${format(item, inner, key.length + 5)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** Maps of keys are always spread: what is added to one later adds one line. */
const isTree = (value: Plain): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'properties' in value;

function oneLine(value: Plain): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
