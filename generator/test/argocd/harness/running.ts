import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A program that runs until it is stopped; what it says goes to a file. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  alive(): boolean;
  /** Ends it; the hard way with SIGKILL, as a node that fails would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface StartOptions {
  /** Where logs go. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

const children = new Set<ChildProcess>();
// Nothing that a test started may outlive it, however it ends.
const killAll = (): void => {
  for (const child of children) child.kill('SIGKILL');
};
process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });

export function start(
  name: string,
  program: string,
  args: readonly string[],
  options: StartOptions,
): Running {
  mkdirSync(join(options.folder, 'logs'), { recursive: true });
  const log = join(options.folder, 'logs', `${name}.log`);
  const file = openSync(log, 'a');
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  children.add(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  void ended.then(() => children.delete(child));
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    name,
    pid: child.pid ?? -1,
    log,
    alive,
    stop: async (signal = 'SIGTERM') => {
      if (alive()) child.kill(signal);
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hard);
    },
  };
}

/** The last lines that a program wrote, for an error that explains itself. */
export const tail = ({ log }: Running, lines = 15): string =>
  readFileSync(log, 'utf8').split('\n').slice(-lines).join('\n');

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Seconds without any progress after which something hangs. A busy machine is slow, which proves nothing. */
const patience = 900;

/**
 * Waits until a condition holds, and says what it waited for if it never does.
 * @param options.progress what changes while things go on; the wait begins anew with each change
 */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  {
    seconds = patience,
    every = 200,
    running = [],
    progress = () => '',
  }: { seconds?: number; every?: number; running?: readonly Running[]; progress?: () => string } = {},
): Promise<T> {
  let seen = progress();
  let deadline = Date.now() + seconds * 1000;
  let last: unknown;
  while (Date.now() < deadline) {
    for (const each of running) if (!each.alive()) throw new Error(`${each.name} ended: ${tail(each)}`);
    try {
      const value = await condition();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    const now = progress();
    if (now !== seen) {
      seen = now;
      deadline = Date.now() + seconds * 1000;
    }
    await sleep(every);
  }
  const reason = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(
    `waited ${seconds} s for ${what}${reason}${running.map((each) => `\n${tail(each)}`).join('')}`,
  );
}
