import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { jsonObject } from '../json-object.ts';
import { textAt } from '../read-files.ts';

/** What `package-lock.json` says of a package, as far as it matters where it comes from. */
interface LockedPackage {
  readonly resolved?: unknown;
  readonly link?: unknown;
}

/** What `npm ci` needs of a repository. */
export interface LockFile {
  /** Folders of packages that belong to the repository, workspaces above all; the top is `''`. */
  readonly folders: readonly string[];
  /** Text by path, from the top, of what says which packages there are. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of archives that the repository brings along. */
  readonly archives: readonly string[];
  /** The same packages on the same kind of machine have the same key. */
  readonly key: string;
}

/** Null where a folder has none. */
export function lockFileOf(root: string): LockFile | null {
  const lock = textAt(join(root, 'package-lock.json'));
  if (lock === null) return null;
  const { packages = {} } = jsonObject(join(root, 'package-lock.json'), lock) as {
    packages?: Record<string, LockedPackage>;
  };
  const folders = [...new Set(['', ...Object.keys(packages).filter(isOwn)])].sort();
  const texts = new Map([
    ['package-lock.json', lock],
    ...folders.flatMap((folder) => settingsIn(root, folder)),
  ]);
  const archives = archivesIn(packages);
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const [path, text] of texts) hash.update(`\n${path}\n${text}`);
  return { folders, texts, archives, key: hash.digest('hex').slice(0, 32) };
}

/** Other packages lie below a folder `node_modules`, or outside of the repository. */
const isOwn = (folder: string): boolean =>
  !folder.split('/').some((part) => part === 'node_modules' || part === '..');

function settingsIn(root: string, folder: string): [string, string][] {
  const [manifest, npmrc] = ['package.json', '.npmrc'].map((name) => posix.join(folder, name));
  const files = [manifest, npmrc].map((path = ''): [string, string | null] => [
    path,
    textAt(join(root, path)),
  ]);
  return files.flatMap(([path, text]): [string, string][] =>
    text === null ? [] : [[path, path === manifest ? packagesOnly(join(root, path), text) : text]],
  );
}

/** A `package.json` without what has nothing to do with packages: scripts would look for the rest of the repository. */
function packagesOnly(file: string, text: string): string {
  const entries = Object.entries(jsonObject(file, text));
  return JSON.stringify(Object.fromEntries(entries.filter(([key]) => decisive.test(key))));
}

const decisive =
  /^(name|version|private|workspaces|overrides|allowScripts|\w*[dD]ependencies|\w*[dD]ependenciesMeta)$/;

const archivesIn = (packages: Readonly<Record<string, LockedPackage>>): string[] =>
  Object.values(packages).flatMap(({ resolved, link }) =>
    typeof resolved === 'string' && resolved.startsWith('file:') && link !== true
      ? [resolved.slice('file:'.length)]
      : [],
  );
