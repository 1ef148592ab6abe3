import { stringify } from 'yaml';
import { notice } from './files.ts';

/**
 * A YAML document. Strings that YAML 1.1 would read as something else are quoted too, because Helm and Argo CD
 * still read some files by its rules; long lines are not folded, because a diff of a folded line says nothing.
 */
export function yaml(value: unknown, from: string): string {
  const body = stringify(value, {
    lineWidth: 0,
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    version: '1.2',
  });
  return `# ${notice(from)}\n${body}`;
}
