import { git } from './git.ts';
import { headOf, isInRepository } from './git-names.ts';
import { objects } from './git-objects.ts';

/** Texts of files below a folder as the last commit holds them, by path relative to `root`. */
export function committedFiles(
  root: string,
  folder: string,
  isWanted: (path: string) => boolean,
): Map<string, string> {
  if (!isInRepository(root)) return new Map();
  const head = headOf(root);
  if (head === null) return new Map();
  const listed = git(root, ['ls-tree', '-r', '-z', head, '--', folder])
    .split('\0')
    .flatMap((line) => {
      const [, id = '', path = ''] = line.match(/^\d+ blob ([0-9a-f]+)\t(.*)$/s) ?? [];
      return isWanted(path) ? [{ id, path }] : [];
    });
  const found = objects(
    root,
    listed.map(({ id }) => id),
  );
  return new Map(listed.map(({ path }, i) => [path, found[i]?.content.toString('utf8') ?? '']));
}
