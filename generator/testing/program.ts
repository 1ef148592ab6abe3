import { spawn } from 'node:child_process';
import { chownSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, type RunOptions, run } from '../src/edge/process.ts';

/** The repository that these tests belong to. */
export const repository = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/** Charts and other inputs that several tests share. */
export const fixtures = join(repository, 'generator/test/fixtures');

const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Runs our program as a user does: in a process of its own. */
export async function program(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = await run(node, [main, ...args], options);
  if (ended === null) throw new Error('node is missing: run npm ci');
  return ended;
}

/** Runs another program that the test cannot do without. */
export async function tool(name: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const ended = await run(name, args, options);
  if (ended === null) throw new Error(`${name} is missing`);
  return ended;
}

/** Starts our program and kills it the hard way. */
export function killedAfter(args: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(node, [main, ...args], { stdio: 'ignore' });
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((resolve) => child.on('close', () => resolve()));
}

/** The superuser may write anywhere, so where the tests run as one, permissions are tried as nobody. */
const nobody = process.getuid?.() === 0 ? 65534 : undefined;

/** Options that run a program without the superuser's rights, with a cache of its own. */
export function asNobody(): RunOptions {
  return {
    env: { GITOPS_CACHE: join(tmpdir(), 'gitops-test-cache-of-nobody') },
    ...(nobody !== undefined && { uid: nobody }),
  };
}

/** Hands a folder to that user. */
export function giveToNobody(folder: string): void {
  if (nobody === undefined) return;
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), nobody, nobody);
}
