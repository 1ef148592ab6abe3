import { fileURLToPath } from 'node:url';
import { type Ended, type RunOptions, run } from '../../src/edge/process.ts';

/** The repository that these tests belong to. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

const node = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

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
