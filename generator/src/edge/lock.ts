import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExternalError } from '../problem/errors.ts';

/**
 * Runs `work` while no other run writes to the same repository. The lock lies outside the tree, so that it is in
 * nobody's way there, and names the process that holds it: one that died is no hindrance.
 */
export async function withLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `gitops-generate-${name}.lock`);
  take(file, root);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string, root: string): void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotLock(file, error);
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) {
      const hint = `wait for process ${holder} to end, then run this again`;
      throw new ExternalError(root, `another run is writing to ${root}`, hint, { retry: true });
    }
    release(file);
    take(file, root);
  }
}

function release(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    throw cannotLock(file, error);
  }
}

function cannotLock(file: string, error: unknown): ExternalError {
  const hint = `remove ${file} if nothing is running`;
  return new ExternalError(file, `cannot lock: ${(error as Error).message}`, hint, { cause: error });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
