import { Document, stringify } from 'yaml';
import { notice } from './notice.ts';

/** A YAML document with a first line that says what wrote it. */
export const yaml = (value: unknown, from: string): string => yamls([value], from);

/** Several YAML documents in one file. */
export function yamls(values: readonly unknown[], from: string): string {
  return `# ${notice(from)}\n${values.map(plainYaml).join('---\n')}`;
}

/** A part of a document that is written on one line: `{ kind: topic, name: events }`. */
export const oneLine = (value: unknown): unknown => new Document().createNode(value, { flow: true });

/**
 * Strings that YAML 1.1 would read as something else are quoted too, because Helm and Argo CD still read some files
 * by its rules; long lines are not folded, because a diff of a folded line says nothing.
 */
function plainYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false });
}
