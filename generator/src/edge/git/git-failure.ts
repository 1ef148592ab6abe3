import { existsSync } from 'node:fs';
import { ExternalError } from '../../problem/errors.ts';
import { dotGitAbove } from './git-repository.ts';

/** A run of git, however it ended. */
export interface GitRun {
  readonly root: string;
  readonly command: string;
  /** Null where it was ended by a signal, or never began. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error: NodeJS.ErrnoException | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Why git gave no answer, in its own words, and the way out. */
export function gitFailure(ended: GitRun, options: { hint?: string; retry?: boolean }): ExternalError {
  const { root, command, signal, error, stderr } = ended;
  if (error?.code === 'ENOENT')
    return existsSync(root)
      ? new ExternalError('git', 'git is missing, and what was committed is looked up with it', 'install git')
      : new ExternalError(root, `the folder ${root} is gone`, 'run this in a folder that stays');
  if (error?.code === 'ENOBUFS')
    return new ExternalError('git', `git ${command} wrote more than 1 GiB`, 'is this the right repository?');
  if (error) return new ExternalError('git', `git cannot be run: ${error.message}`, 'may you run it?');
  if (signal !== null) {
    const hint = 'somebody or the system ended it: is memory short?';
    return new ExternalError('git', `git ${command} was ended by ${signal}`, hint, { retry: true });
  }
  const said = linesOf(stderr).slice(0, 3).join('; ') || `it ended with ${ended.code}`;
  const known = wayOut(ended);
  const hint =
    known ?? options.hint ?? 'git fsck says what is damaged; another clone of the repository has all of it';
  return new ExternalError('git', `git ${command} failed: ${said}`, hint, { retry: options.retry ?? false });
}

/** What to do, where git says something that is known. */
function wayOut({ root, stderr }: GitRun): string | null {
  const [, foreign] = stderr.match(/dubious ownership in repository at '(.*)'/) ?? [];
  if (foreign !== undefined)
    return `if you trust what is in it: git config --global --add safe.directory ${foreign}`;
  if (stderr.includes('remote repository')) return null;
  if (stderr.includes('not a git repository'))
    return `${dotGitAbove(root)} is there, and git cannot read it: restore it, or clone the repository again`;
  if (/promisor|could not fetch/i.test(stderr))
    return 'this clone has only a part of the history, and its remote did not send the rest: git fetch --refetch';
  if (/permission denied/i.test(stderr)) return `may you read ${dotGitAbove(root)} and all that is in it?`;
  if (/out of memory|mmap failed|cannot fork/i.test(stderr)) return 'free memory, and run this again';
  return null;
}

/** Advice of git for its own commands is left out: we give ours. */
const linesOf = (stderr: string): string[] => {
  const lines = stderr.split('\n').map((line) => line.trim());
  const wrong = lines.filter((line) => /^(error|fatal): |broken ref/.test(line));
  return (wrong.length > 0 ? wrong : lines).filter((line) => line !== '');
};
