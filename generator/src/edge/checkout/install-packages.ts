import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { ExternalError } from '../../problem/errors.ts';
import { cacheFolder } from '../cache.ts';
import { installerVariables } from '../foreign-variables.ts';
import { type Ended, run } from '../process.ts';
import { isThere } from '../read-files.ts';
import type { LockFile } from './lock-file.ts';
import { npmHint, npmSays } from './npm-failure.ts';

/** Written by npm when it has finished. */
const finished = 'node_modules/.package-lock.json';

/**
 * The folder with the packages of a lock file, each installed as `npm ci` does it, outside of every repository. They are
 * kept: the same lock file is installed once.
 * @throws ExternalError where npm cannot
 */
export async function installedPackages(root: string, lock: LockFile): Promise<string> {
  const all = join(cacheFolder(), 'packages');
  const target = join(all, lock.key);
  if (isThere(join(target, finished))) return target;
  mkdirSync(all, { recursive: true });
  clearStale(all);
  const beside = join(all, `${lock.key}.${hostname()}.${process.pid}.part`);
  try {
    for (const [path, text] of lock.texts) bring(beside, path, (to) => writeFileSync(to, text));
    for (const path of lock.archives) bring(beside, path, (to) => cpSync(join(root, path), to));
    const ended = await run('npm', ['ci', ...options], {
      cwd: beside,
      inherits: installerVariables(process.env),
    });
    if (ended?.code !== 0 || !isThere(join(beside, finished))) throw failed(root, ended);
    settle(beside, target);
    return target;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** What somebody has set for packages of their own is nothing to these. */
const options = [
  '--include=dev',
  '--include=optional',
  '--ignore-scripts=false',
  '--dry-run=false',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
];

function bring(beside: string, path: string, make: (to: string) => void): void {
  mkdirSync(dirname(join(beside, path)), { recursive: true });
  make(join(beside, path));
}

/** One of several runs is the first; the others take what it has installed. */
function settle(beside: string, target: string): void {
  if (!isThere(join(target, finished))) rmSync(target, { recursive: true, force: true });
  try {
    renameSync(beside, target);
  } catch (error) {
    if (!isThere(join(target, finished))) throw error;
  }
}

/** What runs left that were killed on this machine. */
function clearStale(all: string): void {
  for (const name of readdirSync(all)) {
    const [, pid] = name.match(/\.(\d+)\.part$/) ?? [];
    if (pid === undefined || !name.endsWith(`.${hostname()}.${pid}.part`) || isAlive(Number(pid))) continue;
    rmSync(join(all, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function failed(root: string, ended: Ended | null): ExternalError {
  const what = 'the packages of that commit cannot be installed';
  if (ended === null) return new ExternalError(root, `${what}: npm is missing`, 'npm comes with Node.js');
  const { hint, retry } = npmHint(ended.stderr);
  return new ExternalError(root, `${what}: npm ci: ${npmSays(ended.stderr)}`, hint, { retry });
}
