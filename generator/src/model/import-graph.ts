import { joinedPath } from './joined-path.ts';
import type { TextFile } from './written.ts';

/** Code without its comments: what is commented out imports nothing and defines nothing. */
export const uncommented = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

/** A name that a file imports from another file of the repository. */
export interface ImportedName {
  /** As it is called in the file that imports it. */
  readonly name: string;
  /** Path of the other file from the root. */
  readonly from: string;
}

const statement = /\b(?:import|export)\s+(?:type\s+)?([\w*{][^'";]*?)\s*from\s*['"](\.[^'"]+)['"]/g;
const bare = /\bimport\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** Names that a file imports by relative paths. */
export const importedNames = ({ file, text }: TextFile): ImportedName[] =>
  [...uncommented(text).matchAll(statement)].flatMap(([, names = '', target = '']) =>
    [...names.matchAll(/(\w+)\s*(?:,|\}|$)/g)].map(([, name = '']) => ({
      name,
      from: joinedPath(folderOf(file), target),
    })),
  );

/** Paths of the files that a file imports, types included. */
export const importsOf = ({ file, text }: TextFile): string[] => {
  const code = uncommented(text);
  const targets = [...code.matchAll(statement)].map((match) => match[2]);
  return [...targets, ...[...code.matchAll(bare)].map((match) => match[1])].map((target = '') =>
    joinedPath(folderOf(file), target),
  );
};

/** Paths of all files that `roots` import, by way of others too; the roots included. */
export function reachable(files: readonly TextFile[], roots: readonly string[]): Set<string> {
  const byPath = new Map(files.map((file) => [file.file, file]));
  const found = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = byPath.get(path);
    if (file === undefined || found.has(path)) continue;
    found.add(path);
    open.push(...importsOf(file));
  }
  return found;
}

const folderOf = (file: string): string => file.split('/').slice(0, -1).join('/');

/** How a file names another one in an import. */
export function importPath(file: string, other: string): string {
  const from = file.split('/').slice(0, -1);
  const to = other.split('/');
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return `${from.length === 0 ? './' : '../'.repeat(from.length)}${to.join('/')}`;
}
