import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from '../model/written.ts';

/** All code below `apps/` and `environments/`, sorted by path; not what is generated there. */
export const definitionCode = (root: string): TextFile[] =>
  ['apps', 'environments']
    .flatMap((folder) => codeIn(root, folder))
    .sort((a, b) => (a.file < b.file ? -1 : 1));

function codeIn(root: string, folder: string): TextFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ['generated', 'node_modules'].includes(entry.name) ? [] : codeIn(root, file);
    const isCode = entry.isFile() && /(?<!\.d)\.[mc]?[jt]s$/.test(entry.name);
    return isCode ? [{ file, text: readFileSync(join(root, file), 'utf8') }] : [];
  });
}
