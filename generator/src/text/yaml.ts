import { Document, isCollection, isMap, type Node, type Scalar, visit } from 'yaml';
import { notice } from './notice.ts';
import { markEscapes, needsQuotes, writeEscapes } from './yaml-string.ts';

/**
 * A YAML document with a first line that says what wrote it. `compact` has the paths of what is written on one line, as
 * `{ kind: topic, name: events }`; `*` in a path stands for any key or item.
 */
export const yaml = (value: unknown, from: string, compact: readonly string[] = []): string =>
  yamls([value], from, compact);

/** Several YAML documents in one file. */
export function yamls(values: readonly unknown[], from: string, compact: readonly string[] = []): string {
  return `# ${notice(from)}\n${values.map((value) => textOf(value, compact)).join('---\n')}`;
}

/**
 * A YAML map with a blank line between its entries, so that changes of two neighbors do not touch each other. What ends in
 * blank lines has one already, and another would be part of it.
 */
export const spaced = (text: string): string => text.replaceAll(/(?<!^#.*\n)(?<=.\n)(?=[^\s#])/gm, '\n');

/** Long lines are not folded, because a diff of a folded line says nothing. */
function textOf(value: unknown, compact: readonly string[]): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  for (const path of compact) writeOnOneLine(document.contents, path.split('.'));
  visit(document, { Scalar: (_, scalar, ancestors) => writeForGo(scalar, ancestors) });
  return writeEscapes(
    document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }),
  );
}

function writeForGo(scalar: Scalar, ancestors: readonly unknown[]): void {
  const inFlow = ancestors.some((node) => isCollection(node) && node.flow === true);
  if (typeof scalar.value !== 'string' || !needsQuotes(scalar.value, inFlow)) return;
  scalar.type = 'QUOTE_DOUBLE';
  scalar.value = markEscapes(scalar.value);
}

function writeOnOneLine(node: Node | null, [key, ...rest]: readonly string[]): void {
  if (!isCollection(node)) return;
  if (key === undefined) {
    node.flow = !hasLongKey(node);
    return;
  }
  for (const [name, child] of childrenOf(node)) if (key === '*' || key === name) writeOnOneLine(child, rest);
}

/** Between braces Go finds no key whose colon is more than 1024 characters away, and an escape has up to six. */
function hasLongKey(node: Node): boolean {
  return childrenOf(node).some(
    ([key, child]) => (isMap(node) && key.length > 150) || (child !== null && hasLongKey(child)),
  );
}

const childrenOf = (node: Node): [string, Node | null][] => {
  if (!isCollection(node)) return [];
  return isMap(node)
    ? node.items.map(({ key, value }) => [String(key), value as Node | null])
    : node.items.map((item, i) => [String(i), item as Node | null]);
};
