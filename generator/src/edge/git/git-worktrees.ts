import { git } from './git.ts';

/** A place where a repository is checked out. */
export interface Worktree {
  readonly folder: string;
  /** Null where no branch is checked out, as in the middle of a rebase. */
  readonly branch: string | null;
  /** Whether the folder is not there any more. */
  readonly isGone: boolean;
}

/** All of them, the clone itself first. */
export function worktreesOf(root: string): Worktree[] {
  return git(root, ['worktree', 'list', '--porcelain', '-z'])
    .split('\0\0')
    .map((text) => new Map(text.split('\0').map((line) => keyed(line))))
    .filter((lines) => lines.has('worktree') && !lines.has('bare'))
    .map((lines) => ({
      folder: lines.get('worktree') ?? '',
      branch: lines.get('branch')?.replace('refs/heads/', '') ?? null,
      isGone: lines.has('prunable'),
    }));
}

/** `branch refs/heads/main` */
function keyed(line: string): [string, string] {
  const space = line.indexOf(' ');
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}
