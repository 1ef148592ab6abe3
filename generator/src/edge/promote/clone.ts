import { ExternalError } from '../../problem/errors.ts';
import { git, idOf, mustGit } from '../git.ts';
import { defaultRemote, fetchArguments } from '../git-fetch.ts';

/** A clone that promotions are made from. */
export interface Clone {
  /** Top folder of the clone, and the repository's folder in it with a slash at the end. */
  readonly top: string;
  readonly prefix: string;
  /** Null where it was cloned from nowhere. */
  readonly remote: string | null;
}

/** Brings a clone up to date: all branches, the tags of pins, all history. */
export function freshClone(root: string): Clone {
  const clone = knownClone(root);
  const { remote } = clone;
  if (remote !== null) mustGit(root, fetchArguments(root, remote), `can you fetch from ${remote}?`, true);
  return clone;
}

/** A clone as it is. */
export function knownClone(root: string): Clone {
  const top = git(root, ['rev-parse', '--show-toplevel'])?.trim();
  if (top === undefined)
    throw new ExternalError(
      root,
      `${root} is in no git repository`,
      'git is the record of promotions: run this in a clone',
    );
  const prefix = git(root, ['rev-parse', '--show-prefix'])?.trim() ?? '';
  return { top, prefix, remote: defaultRemote(root) };
}

/** The tip of a branch as the remote has it, or, without a remote, as it is here. */
export function tipOf({ top, remote }: Clone, branch: string): string | null {
  const reference = remote === null ? `refs/heads/${branch}` : `refs/remotes/${remote}/${branch}`;
  return idOf(top, `${reference}^{commit}`);
}

export function mustTip(clone: Clone, branch: string): string {
  const tip = tipOf(clone, branch);
  if (tip !== null) return tip;
  const where = clone.remote === null ? 'here' : `on ${clone.remote}`;
  throw new ExternalError(
    'git',
    `there is no branch ${branch} ${where}`,
    'environments/platform.ts names the branch',
  );
}
