import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { git } from '../git/git.ts';
import { worktreesOf } from '../git/git-worktrees.ts';

/** Machines share folders: a process that one of them does not have may run on another. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const prefix = `gitops-checkout-${machine}-`;

/** A new folder whose name says whose it is: a process of this machine. */
export const newCheckoutFolder = (): string =>
  realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)));

/** Removes checkouts of processes that ended before they could do it themselves. */
export function removeAbandoned(top: string): void {
  const worktrees = worktreesOf(top).map(({ folder }) => dirname(folder));
  const here = realpathSync(tmpdir());
  const beside = readdirSync(here).map((name) => join(here, name));
  for (const folder of new Set([...worktrees, ...beside]))
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  git(top, ['worktree', 'prune']);
}

function isAbandoned(folder: string): boolean {
  const name = basename(folder);
  const [, id] = name.startsWith(prefix) ? (name.slice(prefix.length).match(/^(\d+)-\w{6}$/) ?? []) : [];
  return id !== undefined && !isRunning(Number(id));
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // It may be somebody else's, who must not be asked.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
