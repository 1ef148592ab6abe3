import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ExternalError } from '../problem/errors.ts';

/** How a program ended and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** It was ended because its time was up. */
  readonly late: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Variables that it has beside the others. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The others: those of this process where nothing is said. */
  readonly inherits?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Numeric user to run it as. */
  readonly uid?: number;
  /** Milliseconds after which it is ended. */
  readonly limit?: number;
}

/**
 * Runs a program to its end, without a shell. Null where there is no such program.
 * @throws ExternalError where it cannot be started, or does not come to an end of its own: what it said is no answer
 */
export function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended | null>();
  const { cwd, uid, env, limit, inherits = process.env } = options;
  const child = spawn(program, args, {
    cwd,
    env: { ...inherits, ...env },
    ...(uid !== undefined && { uid }),
    ...(limit !== undefined && { timeout: limit, killSignal: 'SIGKILL' }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' && (cwd === undefined || existsSync(cwd))
      ? resolve(null)
      : reject(cannotRun(program, error)),
  );
  child.on('close', (code, signal) =>
    // Nobody but the limit sends a signal by way of `child`.
    code === null && !child.killed
      ? reject(killed(program, signal))
      : resolve({ code: code ?? 124, stdout: text(stdout), stderr: text(stderr), late: code === null }),
  );
  // A program that ends without reading its input is no failure of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return promise;
}

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');

const cannotRun = (program: string, error: Error): ExternalError =>
  new ExternalError(program, `cannot run ${program}: ${error.message}`, 'is it a program that you may run?', {
    cause: error,
  });

function killed(program: string, signal: string | null): ExternalError {
  const hint = 'somebody or the system ended it: is memory short?';
  return new ExternalError(program, `${program} was ended by ${signal}`, hint, { retry: true });
}
