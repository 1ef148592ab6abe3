import { UsageError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { settingOf } from '../git/git-names.ts';
import { changeBetween } from './change.ts';
import type { CommitKind } from './commit-kind.ts';
import { sealed } from './seal.ts';

/**
 * Commits a tree on top of a commit, or of nothing, by whoever git says it is or a variable names, signed where its user
 * signs. Made without `git commit`, which would add what its user has for commits by hand: a template, hooks, an editor.
 */
export function commitTree(
  folder: string,
  tree: string,
  parent: string | null,
  message: string,
  { trailer, authorVariable }: Pick<CommitKind, 'trailer' | 'authorVariable'>,
): string {
  const sign = settingOf(folder, 'commit.gpgSign', 'bool') === 'true' ? ['-S'] : [];
  const hint = "who commits is git's own to say: git config user.name, user.email, commit.gpgSign";
  const change = changeBetween(folder, parent ?? emptyTree(folder), tree);
  const committer = git(folder, ['var', 'GIT_COMMITTER_IDENT'], { hint })
    .trim()
    .replace(/ \d+ [-+]\d+$/, '');
  const content = { message, change, parents: parent === null ? [] : [parent], committer };
  const input = sealed(content, trailer);
  const options = { input, env: authorFrom(authorVariable, process.env[authorVariable]), hint };
  const parents = parent === null ? [] : ['-p', parent];
  return git(folder, ['commit-tree', ...sign, ...parents, '-F', '-', tree], options).trim();
}

const emptyTree = (folder: string): string => git(folder, ['mktree'], { input: '' }).trim();

function authorFrom(variable: string, author: string | undefined): Record<string, string> {
  if (!author) return {};
  const [, name, email] = author.match(/^([^<>\n]*[^<>\s]) <([^<>\s]+)>$/) ?? [];
  if (name === undefined || email === undefined)
    throw new UsageError(`${variable} is "${author}", and must be as "Ann Example <ann@example.org>"`);
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email };
}
