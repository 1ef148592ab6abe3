import { objects, objectsAt, type TreeEntry, treeEntries } from '../git/git-objects.ts';

/** Reads trees and files of git many at a time, each once. */
export interface TreeReader {
  /** What is in folders, named as `commit:path`; null where there is no such folder. */
  folders(names: readonly string[]): (Entries | null)[];
  /** Files by their ids. */
  texts(ids: readonly string[]): ReadonlyMap<string, string>;
  /** What lies at `commit:path`, asked folder by folder: most commits share most folders. */
  entriesAt(names: readonly string[]): (name: string) => TreeEntry | null;
}

export type Entries = ReadonlyMap<string, TreeEntry>;

export function treeReader(root: string): TreeReader {
  const trees = new Map<string, Entries>();
  const known = new Map<string, Entries | null>();
  const folders = (names: readonly string[]): (Entries | null)[] => {
    const missing = [...new Set(names)].filter((name) => !known.has(name));
    for (const [i, object] of objectsAt(root, missing).entries()) {
      const tree = object?.type === 'tree' ? (trees.get(object.id) ?? treeEntries(object)) : null;
      if (object && tree) trees.set(object.id, tree);
      known.set(missing[i] ?? '', tree);
    }
    return names.map((name) => known.get(name) ?? null);
  };
  return {
    folders,
    texts: (ids) =>
      new Map(objects(root, [...new Set(ids)]).map(({ id, content }) => [id, content.toString('utf8')])),
    entriesAt(names) {
      folders([...new Set(names.map((name) => partsOf(name).folder))]);
      return (name) => {
        const { folder, last } = partsOf(name);
        return known.get(folder)?.get(last) ?? null;
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
