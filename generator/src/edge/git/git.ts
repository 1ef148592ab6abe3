import { spawnSync } from 'node:child_process';
import { gitEnvironment, gitOptions } from './git-environment.ts';
import { type GitRun, gitFailure } from './git-failure.ts';

export interface GitOptions {
  readonly input?: string;
  /** Settings of git for this call only, as `key=value`. */
  readonly config?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What to do where git fails for a reason that it does not tell. */
  readonly hint?: string;
  /** Codes beside 0 that come with an answer. */
  readonly accepted?: readonly number[];
  /** Whether the same call may succeed later. */
  readonly retry?: boolean;
}

/**
 * What git answers in a folder.
 * @throws ExternalError where git does not answer, whatever keeps it from doing so
 */
export const git = (root: string, args: readonly string[], options: GitOptions = {}): string =>
  gitBytes(root, args, options).toString('utf8');

/** The same as bytes, for what need not be text. */
export function gitBytes(root: string, args: readonly string[], options: GitOptions = {}): Buffer {
  const ended = runGit(root, args, options);
  const { code, stdout } = ended;
  if (code === null || ![0, ...(options.accepted ?? [])].includes(code) || complains(ended))
    throw gitFailure(ended, options);
  return stdout;
}

/**
 * What git answers to a question that it may deny, which it does by ending with 1 and without a word: null.
 * @throws ExternalError where it neither answers nor denies
 */
export function askGit(root: string, args: readonly string[], options: GitOptions = {}): string | null {
  const ended = runGit(root, args, options);
  if (ended.code === 1 && !complains(ended)) return null;
  if (ended.code !== 0 || complains(ended)) throw gitFailure(ended, options);
  return ended.stdout.toString('utf8');
}

function runGit(root: string, args: readonly string[], options: GitOptions): GitRun {
  const config = [...gitOptions, ...(options.config ?? [])].flatMap((setting) => ['-c', setting]);
  const { status, signal, error, stdout, stderr } = spawnSync('git', [...config, ...args], {
    cwd: root,
    input: options.input ?? '',
    maxBuffer: 1 << 30,
    env: { ...gitEnvironment(root), ...options.env },
  });
  const said = stderr?.toString('utf8') ?? '';
  // One that ends before it has read its input has ended all the same, and says why.
  const unread = (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE' && status !== null;
  const failed = unread ? undefined : error;
  return { root, command: args[0] ?? '', code: status, signal, error: failed, stdout, stderr: said };
}

/** Git reports some damage, and goes on as if what it cannot read were not there. */
const complains = ({ stderr }: GitRun): boolean => /^(error|fatal): |: ignoring broken ref /m.test(stderr);
