import type { Branch, ProposedBranch } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { type Clone, tipOf } from './clone.ts';
import type { CommitKind } from './commit-kind.ts';
import { ownership } from './whose-work.ts';

/**
 * Branches whose name begins so, as the clone knows those of its remote, or else its own.
 * @param head commit at the tip of main
 */
export function branchesFrom(
  { top, remote }: Clone,
  prefix: string,
  kind: CommitKind,
  head: string,
): Branch[] {
  const place = remote === null ? 'refs/heads/' : `refs/remotes/${remote}/`;
  return [...tipsIn(top, place, prefix)].map(([name, commit]) => ({
    name,
    commit,
    isFree: ownership(top, commit, head, kind).isFree,
  }));
}

/** Commits at the tips of branches, by name; `place` is where git keeps them, and `prefix` begins their names. */
export function tipsIn(top: string, place: string, prefix: string): Map<string, string> {
  const lines = git(top, ['for-each-ref', '--format=%(objectname) %(refname)', `${place}${prefix}`])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
  return new Map(lines.map(([tip = '', name = '']) => [name.slice(place.length), tip]));
}

/** A branch with what is known of it; null where there is none. */
export function branchNamed(
  clone: Clone,
  name: string,
  kind: CommitKind,
  head: string,
): ProposedBranch | null {
  const { top } = clone;
  const commit = tipOf(clone, name);
  if (commit === null) return null;
  const base = git(top, ['merge-base', head, commit], { accepted: [1] }).trim() || head;
  return { name, commit, base, ...ownership(top, commit, head, kind) };
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
