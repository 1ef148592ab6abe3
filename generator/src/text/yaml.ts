import { Document, isCollection, isMap, type Node } from 'yaml';
import { notice } from './notice.ts';

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
 * Strings that YAML 1.1 would read as something else are quoted too, because Helm and Argo CD still read some files
 * by its rules; long lines are not folded, because a diff of a folded line says nothing.
 */
function textOf(value: unknown, compact: readonly string[]): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  for (const path of compact) writeOnOneLine(document.contents, path.split('.'));
  return document.toString({ lineWidth: 0 });
}

function writeOnOneLine(node: Node | null, [key, ...rest]: readonly string[]): void {
  if (!isCollection(node)) return;
  if (key === undefined) {
    node.flow = true;
    return;
  }
  for (const [name, child] of childrenOf(node)) if (key === '*' || key === name) writeOnOneLine(child, rest);
}

const childrenOf = (node: Node): [string, Node | null][] => {
  if (!isCollection(node)) return [];
  return isMap(node)
    ? node.items.map(({ key, value }) => [String(key), value as Node | null])
    : node.items.map((item, i) => [String(i), item as Node | null]);
};
