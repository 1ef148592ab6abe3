import { ExternalError } from '../../problem/errors.ts';
import { git } from './git.ts';
import { defaultRemote } from './git-fetch.ts';
import { headOf, isInRepository, remotesOf } from './git-names.ts';

/**
 * Whether there is a branch, here or at the remote that a clone is kept in step with, which is asked only for one that is
 * not known here. Null where that cannot be known: in no repository, before the first commit, or without an answer.
 */
export function hasBranch(root: string, branch: string): boolean | null {
  if (!isInRepository(root) || headOf(root) === null) return null;
  if (knownTip(root, branch) !== undefined) return true;
  const remote = defaultRemote(root);
  return remote === null ? false : hasThere(root, remote, `refs/heads/${branch}`);
}

/** The tip of a branch at a remote, or else here. */
export function knownTip(root: string, branch: string): string | undefined {
  const names = [
    ...remotesOf(root).map((remote) => `refs/remotes/${remote}/${branch}`),
    `refs/heads/${branch}`,
  ];
  const lines = git(root, ['for-each-ref', '--format=%(refname) %(objectname)', ...names]).split('\n');
  const tips = new Map(lines.map((line) => line.split(' ') as [string, string]));
  return names.map((name) => tips.get(name)).find((tip) => tip !== undefined);
}

function hasThere(root: string, remote: string, reference: string): boolean | null {
  try {
    return git(root, ['ls-remote', remote, reference]) !== '';
  } catch (error) {
    if (error instanceof ExternalError) return null;
    throw error;
  }
}
