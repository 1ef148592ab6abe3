import type { Branch } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { isAncestor } from '../git/git-names.ts';
import { objects } from '../git/git-objects.ts';
import type { Clone } from './clone.ts';
import type { CommitKind } from './commit-kind.ts';
import { isAsMade } from './seal.ts';

/** Whether we made a commit, and nobody changed it since. */
export const isMadeBy = (folder: string, commit: string, { trailer }: Pick<CommitKind, 'trailer'>): boolean =>
  objects(folder, [commit]).some(({ content }) => isAsMade(content.toString('utf8'), trailer));

/**
 * Branches whose name begins so, as the clone knows those of its remote, or else its own.
 * @param head commit at the tip of main
 */
export function branchesFrom(
  { top, remote }: Clone,
  prefix: string,
  { trailer }: CommitKind,
  head: string,
): Branch[] {
  const place = remote === null ? 'refs/heads/' : `refs/remotes/${remote}/`;
  const lines = git(top, ['for-each-ref', '--format=%(objectname) %(refname)', `${place}${prefix}`]);
  const found = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({
      commit: line.slice(0, line.indexOf(' ')),
      name: line.slice(line.indexOf(' ') + 1 + place.length),
    }));
  const ids = [...new Set(found.map(({ commit }) => commit))];
  const made = new Map(
    objects(top, ids).map(({ id, content }) => [id, isAsMade(content.toString('utf8'), trailer)]),
  );
  const isFree = (commit: string): boolean => made.get(commit) === true || isAncestor(top, commit, head);
  return found.map((branch) => ({ ...branch, isFree: isFree(branch.commit) }));
}

/** Deletes a branch that is still where it was. False where somebody has deleted or moved it meanwhile. */
export function deleteBranch({ top, remote }: Clone, { name, commit }: Branch): boolean {
  const reference = `refs/heads/${name}`;
  if (remote === null) {
    git(top, ['update-ref', '-d', reference, commit], { hint: 'is the repository writable?' });
    return true;
  }
  const lease = `--force-with-lease=${reference}:${commit}`;
  try {
    const hint = `may you delete branches on ${remote}?`;
    git(top, ['push', '--quiet', lease, remote, `:${reference}`], { hint, retry: true });
    return true;
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    const there = git(top, ['ls-remote', remote, reference], { hint: `can you fetch from ${remote}?` });
    if (there.startsWith(commit)) throw error;
    return false;
  }
}
