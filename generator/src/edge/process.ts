import { spawn } from 'node:child_process';

/** How a program ended and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  /** Numeric user to run it as. */
  readonly uid?: number;
}

/** Runs a program to its end, without a shell. Null where there is no such program. */
export function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended | null>();
  const { cwd, uid, env } = options;
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    ...(uid !== undefined && { uid }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? resolve(null) : reject(error),
  );
  child.on('close', (code) => resolve({ code: code ?? -1, stdout: text(stdout), stderr: text(stderr) }));
  // A program that ends without reading its input is no failure of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return promise;
}

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
