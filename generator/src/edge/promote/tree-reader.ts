import { idsAt, objects, type TreeEntry, treeEntries } from '../git/git-objects.ts';

/** Reads trees and files of git many at a time, each once. */
export interface TreeReader {
  /** What is in trees, by their ids and by name; null where there is no such tree. */
  entries(ids: readonly (string | null)[]): (Entries | null)[];
  /** Reads the files that are not known yet. */
  texts<T>(ids: readonly string[], known: Map<string, T>, read: (text: string) => T): void;
  /** What lies at `commit:path`, asked folder by folder: most commits share most folders. */
  entriesAt(names: readonly string[]): (name: string) => TreeEntry | null;
}

export type Entries = ReadonlyMap<string, TreeEntry>;

export function treeReader(root: string): TreeReader {
  const trees = new Map<string, Entries>();
  const folders = new Map<string, string | null>();
  const entries = (ids: readonly (string | null)[]): (Entries | null)[] => {
    const missing = [...new Set(ids)].filter((id) => id !== null && !trees.has(id)) as string[];
    for (const object of objects(root, missing))
      trees.set(object.id, object.type === 'tree' ? treeEntries(object) : new Map());
    return ids.map((id) => (id === null ? null : (trees.get(id) ?? null)));
  };
  return {
    entries,
    texts(ids, known, read) {
      const missing = [...new Set(ids)].filter((id) => !known.has(id));
      for (const { id, content } of objects(root, missing)) known.set(id, read(content.toString('utf8')));
    },
    entriesAt(names) {
      const above = [...new Set(names.map((name) => partsOf(name).folder))];
      const missing = above.filter((folder) => !folders.has(folder));
      for (const [i, id] of idsAt(root, missing).entries()) folders.set(missing[i] ?? '', id);
      entries(above.map((folder) => folders.get(folder) ?? null));
      return (name) => {
        const { folder, last } = partsOf(name);
        return trees.get(folders.get(folder) ?? '')?.get(last) ?? null;
      };
    },
  };
}

/** `commit:a` and `b` of `commit:a/b` */
function partsOf(name: string): { folder: string; last: string } {
  const path = name.indexOf(':') + 1;
  const slash = name.lastIndexOf('/');
  return slash < path
    ? { folder: name.slice(0, path), last: name.slice(path) }
    : { folder: name.slice(0, slash), last: name.slice(slash + 1) };
}
