import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { defaultRemote, fetchArguments } from '../git/git-fetch.ts';
import { idOf, isInRepository, isShallow, prefixOf } from '../git/git-names.ts';

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
  if (remote !== null)
    git(root, fetchArguments(root, remote), { hint: `can you fetch from ${remote}?`, retry: true });
  return clone;
}

/** A clone as it is. */
export function knownClone(root: string): Clone {
  if (!isInRepository(root))
    throw new ExternalError(
      root,
      `${root} is in no git repository`,
      'git is the record of promotions: run this in a clone',
    );
  const top = git(root, ['rev-parse', '--show-toplevel']).trimEnd();
  return { top, prefix: prefixOf(root), remote: defaultRemote(root) };
}

/** Without all of the history nobody knows what ran before, nor for how long. */
export function refuseShallow(root: string): void {
  if (!isShallow(root)) return;
  const hint = 'git fetch --unshallow; in GitHub Actions, actions/checkout with fetch-depth: 0';
  throw new ExternalError('git', 'this clone has only the newest commits, and not what ran before', hint);
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
