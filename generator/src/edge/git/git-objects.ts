import { ExternalError } from '../../problem/errors.ts';
import { git, gitBytes } from './git.ts';

/** An object of git. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

/** An entry of a tree: its mode as git writes it, and its id. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
}

/** The commit of a submodule, which is in another repository. */
const elsewhere = '160000';

/** Objects by their ids, in one process. All of them must be there: something else names them. */
export function objects(root: string, ids: readonly string[]): GitObject[] {
  return readObjects(root, ids).map((object, i) => object ?? damaged(ids[i] ?? ''));
}

/** Objects by `commit:path`, in one process; null where the commit has no such path. */
export function objectsAt(root: string, names: readonly string[]): (GitObject | null)[] {
  const found = readObjects(root, names);
  refuseDamage(
    root,
    names.filter((_, i) => found[i] === null),
  );
  return found;
}

/** Ids of what lies at `commit:path`, without its content; null where the commit has no such path. */
export function idsAt(root: string, names: readonly string[]): (string | null)[] {
  const found = idsOf(root, names);
  refuseDamage(
    root,
    names.filter((_, i) => found[i] === null),
  );
  return found;
}

/** Ids of what git knows by a name; null where it knows nothing by it. */
export function idsOf(root: string, names: readonly string[]): (string | null)[] {
  if (names.length === 0) return [];
  const args = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
  const lines = git(root, args, { input: lined(names) }).split('\n');
  return names.map((_, i) => lines[i]?.match(/^([0-9a-f]{40,64}) \w+$/)?.[1] ?? null);
}

function readObjects(root: string, names: readonly string[]): (GitObject | null)[] {
  if (names.length === 0) return [];
  const output = gitBytes(root, ['cat-file', '--batch'], { input: lined(names) });
  let at = 0;
  return names.map(() => {
    const end = output.indexOf(10, at);
    const [, id = '', type = '', size = '0'] =
      output.toString('utf8', at, end).match(/^([0-9a-f]{40,64}) (\w+) (\d+)$/) ?? [];
    at = end + 1;
    if (id === '') return null;
    const content = output.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return { id, type, content };
  });
}

const lined = (names: readonly string[]): string => names.map((name) => `${name}\n`).join('');

/**
 * Git says `missing` both of what a commit never had and of what is lost. So the nearest folder above that is there
 * is asked: one that lists the next part of the path has lost it. Two processes, however many names there are.
 */
function refuseDamage(root: string, names: readonly string[]): void {
  const ways = names.map(waysTo);
  const above = [...new Set(ways.flatMap((way) => way.map(({ folder }) => folder)))];
  const ids = new Map(idsOf(root, above).map((id, i) => [above[i], id]));
  const asked = ways.flatMap((way) => {
    const nearest = way.find(({ folder }) => ids.get(folder));
    return nearest ? [{ ...nearest, id: ids.get(nearest.folder) ?? '' }] : [];
  });
  const unique = [...new Set(asked.map(({ id }) => id))];
  const trees = new Map(objects(root, unique).map((object) => [object.id, object]));
  for (const { id, next } of asked) {
    const tree = trees.get(id);
    const entry = tree?.type === 'tree' ? treeEntries(tree).get(next) : undefined;
    if (entry && entry.mode !== elsewhere) damaged(entry.id);
  }
}

/** The folders above `commit:a/b`, nearest first, each with the name that is looked for in it. */
function waysTo(name: string): { folder: string; next: string }[] {
  const colon = name.indexOf(':');
  if (colon < 0) return [];
  const [commit, parts] = [name.slice(0, colon), name.slice(colon + 1).split('/')];
  return parts.map((next, i) => ({ folder: `${commit}:${parts.slice(0, i).join('/')}`, next })).reverse();
}

function damaged(id: string): never {
  const message = `git has no object ${id} that can be read, though something names it`;
  const hint =
    'may you read all of .git? git fsck says what is damaged; another clone of the repository has all of it';
  throw new ExternalError('git', message, hint);
}

/** Names and ids of what a tree object holds. */
export const entriesOf = (tree: GitObject): Map<string, string> =>
  new Map([...treeEntries(tree)].map(([name, { id }]) => [name, id]));

/** What a tree object holds, by name. */
export function treeEntries({ content, id }: GitObject): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  const length = id.length / 2;
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    const mode = content.toString('utf8', at, space);
    const name = content.toString('utf8', space + 1, end);
    entries.set(name, { mode, id: content.toString('hex', end + 1, end + 1 + length) });
    at = end + 1 + length;
  }
  return entries;
}
