import { isInRepository, prefixOf } from './git-names.ts';
import { objectsAt } from './git-objects.ts';

/**
 * What a working tree is held against: the last commit, and for what is committed already its first parent, which is
 * the main branch where a pull request is merged into it to be looked at.
 */
const commits = ['HEAD^1', 'HEAD'];

/** Texts of files in those commits, older ones first, by path relative to `root`; none where nothing was committed. */
export function earlierFiles(root: string, files: readonly string[]): Map<string, string[]> {
  if (!isInRepository(root)) return new Map();
  const prefix = prefixOf(root);
  const names = files.flatMap((file) => commits.map((commit) => `${commit}:${prefix}${file}`));
  const found = objectsAt(root, names);
  return new Map(
    files.map((file, i) => [
      file,
      found
        .slice(i * commits.length, (i + 1) * commits.length)
        .flatMap((object) => (object === null ? [] : [object.content.toString('utf8')])),
    ]),
  );
}
