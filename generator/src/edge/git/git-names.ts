import { askGit, git } from './git.ts';
import { apart } from './git-environment.ts';
import { dotGitAbove } from './git-repository.ts';

/** Whether a folder is in a git repository, be it one that git cannot read. */
export const isInRepository = (root: string): boolean =>
  dotGitAbove(root) !== null || Object.keys(apart(root)).length > 0;

/** The way from the top of the repository to a folder, with a slash at the end; empty at the top. */
export const prefixOf = (root: string): string => git(root, ['rev-parse', '--show-prefix']).trimEnd();

/** The id of what git knows by a name; null where it knows nothing by it. */
export const idOf = (root: string, name: string): string | null =>
  askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])?.trim() ?? null;

/** The last commit; null where nothing was committed yet. */
export function headOf(root: string): string | null {
  const head = idOf(root, 'HEAD');
  if (head !== null) return head;
  // The branch does not exist yet, or its file is damaged: only of the first does git say nothing here.
  const branch = git(root, ['symbolic-ref', 'HEAD']).trim();
  git(root, ['for-each-ref', branch]);
  return null;
}

/** Whether a commit is another one, or one of its ancestors. */
export const isAncestor = (root: string, older: string, newer: string): boolean =>
  askGit(root, ['merge-base', '--is-ancestor', older, newer]) !== null;

/** Whether a clone lacks a part of the history on purpose. */
export const isShallow = (root: string): boolean =>
  git(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true';

/** A value of git's configuration; null where it is not set. */
export const settingOf = (root: string, key: string, type?: 'bool'): string | null =>
  askGit(root, ['config', ...(type ? [`--type=${type}`] : []), '--get', key])?.trimEnd() ?? null;

/** Names of the remotes. */
export const remotesOf = (root: string): string[] =>
  git(root, ['remote'])
    .split('\n')
    .filter((name) => name !== '');
