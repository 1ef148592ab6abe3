import { git } from './git.ts';

/** A place where a repository is checked out. */
export interface Worktree {
  readonly folder: string;
  /** Null where no branch is checked out, as in the middle of a rebase. */
  readonly branch: string | null;
}

/** All of them, the clone itself first; not those whose folders are gone. */
export function worktreesOf(root: string): Worktree[] {
  return git(root, ['worktree', 'list', '--porcelain'])
    .split('\n\n')
    .map((text) => text.split('\n').map((line) => line.split(/ (.*)/s)))
    .filter((lines) => !lines.some(([key]) => key === 'prunable' || key === 'bare'))
    .flatMap((lines) => {
      const named = (wanted: string): string | undefined => lines.find(([key]) => key === wanted)?.[1];
      const folder = named('worktree');
      const branch = named('branch')?.replace('refs/heads/', '') ?? null;
      return folder === undefined ? [] : [{ folder, branch }];
    });
}
