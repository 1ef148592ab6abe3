import { mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExternalError } from '../../problem/errors.ts';
import { entriesAt, isLinkOrThere, isThere, textAt } from '../read-files.ts';
import { installedPackages } from './install-packages.ts';
import { type LockFile, lockFileOf } from './lock-file.ts';

/** The repository that this generator is part of. */
const ours = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');

/** Names the lock file that lent packages are of, and where they lie: ours are of another one after the next `npm ci`. */
const mark = 'node_modules/.lent';

/**
 * Gives a checkout the packages that its own lock file names, as links to where they are installed: here, if they are
 * the same, or in the cache. Packages that somebody has installed in it stay as they are.
 * @throws ExternalError where they cannot be had
 */
export async function lendPackages(root: string): Promise<void> {
  const lock = lockFileOf(root);
  const lent = textAt(join(root, mark));
  if (lent === null && isLinkOrThere(join(root, 'node_modules'))) return;
  if (lock === null) {
    const hint = 'commit the package-lock.json that npm install writes, on a branch from that commit';
    throw new ExternalError(root, 'that commit has no package-lock.json, so nobody knows its packages', hint);
  }
  const isOurs = lockFileOf(ours)?.key === lock.key && isThere(join(ours, 'node_modules'));
  const from = isOurs ? ours : await installedPackages(root, lock);
  if (lent !== markOf(from, lock)) link(from, root, lock);
}

const markOf = (from: string, { key }: LockFile): string => `${key} ${from}\n`;

function link(from: string, root: string, lock: LockFile): void {
  const { folders } = lock;
  const places = folders.map((folder) => posix.join(folder, 'node_modules'));
  for (const place of places) rmSync(join(root, place), { recursive: true, force: true });
  mkdirSync(join(root, 'node_modules'));
  // What is cut off before its end is known as ours, and done again.
  writeFileSync(join(root, mark), 'unfinished');
  for (const place of places) linkAll(join(from, place), join(root, place));
  writeFileSync(join(root, mark), markOf(from, lock));
}

/**
 * Links what is in a folder. Links between packages and to workspaces are relative, and are copied: a checkout's
 * `node_modules/gitops-generator` is the generator of that checkout.
 */
function linkAll(from: string, to: string): void {
  for (const entry of entriesAt(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith('.') && entry.name !== '.bin') continue;
    mkdirSync(to, { recursive: true });
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.name === '.bin' || entry.name.startsWith('@')) linkAll(source, target);
    else symlinkSync(source, target);
  }
}
