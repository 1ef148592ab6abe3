import { spawn } from 'node:child_process';
import { atTheEnd } from '#testing';

interface Options {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it writes once it is ready. */
  readonly ready: RegExp;
  /** It is a script that starts others, which end with it. */
  readonly family?: boolean;
}

/**
 * A program that runs until the file's tests end.
 * @returns once it is ready
 * @throws Error with the end of what it said, where it ends before
 */
export function startServer(
  program: string,
  args: readonly string[],
  { cwd, env, ready, family = false }: Options,
): Promise<{ stop(): Promise<void> }> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: family,
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = () => {
    const { pid } = child;
    if (family && pid !== undefined && child.exitCode === null) process.kill(-pid, 'SIGKILL');
    else child.kill('SIGKILL');
    return ended;
  };
  atTheEnd(stop);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-20_000);
      if (ready.test(said)) resolve({ stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${program} ended: ${said}`)));
  });
}
