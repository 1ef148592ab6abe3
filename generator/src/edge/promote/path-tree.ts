import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { TreeEntry } from '../git/git-objects.ts';

/** A tree of git that holds some paths alone. */
export interface PathTree {
  readonly id: string;
  /** The objects that it is made of and that the repository need not have, by id: as git keeps them in files. */
  readonly loose: ReadonlyMap<string, Buffer>;
}

/** A folder that is put together: what lies in it, by name. */
type Folder = Map<string, Folder | TreeEntry>;

/** What lies at some paths, as a tree; null is left out, and so is what lies in another one of them. */
export function pathTree(placed: readonly { path: string; entry: TreeEntry | null }[]): PathTree {
  const top: Folder = new Map();
  for (const { path, entry } of placed) if (entry !== null) put(top, path.split('/'), entry);
  const loose = new Map<string, Buffer>();
  const length = placed.find(({ entry }) => entry !== null)?.entry?.id.length ?? 40;
  return { id: write(top, length === 64 ? 'sha256' : 'sha1', loose), loose };
}

function put(folder: Folder, [name = '', ...rest]: readonly string[], entry: TreeEntry): void {
  const there = folder.get(name);
  if (rest.length === 0) folder.set(name, entry);
  else if (there === undefined || there instanceof Map) {
    const inner: Folder = there ?? new Map();
    folder.set(name, inner);
    put(inner, rest, entry);
  }
}

/** The id of a folder. */
function write(folder: Folder, algorithm: 'sha1' | 'sha256', loose: Map<string, Buffer>): string {
  const entries = [...folder].map(([name, inner]) =>
    inner instanceof Map ? { name, mode: '40000', id: write(inner, algorithm, loose) } : { name, ...inner },
  );
  const content = Buffer.concat(
    entries
      .sort((a, b) => Buffer.compare(sortedAs(a), sortedAs(b)))
      .flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
  );
  const object = Buffer.concat([Buffer.from(`tree ${content.length}\0`), content]);
  const id = createHash(algorithm).update(object).digest('hex');
  loose.set(id, deflateSync(object));
  return id;
}

/** Git sorts a folder as if its name ended in a slash. */
const sortedAs = ({ name, mode }: { name: string; mode: string }): Buffer =>
  Buffer.from(mode === '40000' ? `${name}/` : name);
