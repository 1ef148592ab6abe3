import type { Published } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor } from '../git/git-names.ts';
import { isMadeBy } from './branches.ts';
import { type Clone, tipOf } from './clone.ts';
import type { CommitKind } from './commit-kind.ts';

interface Publication {
  readonly branch: string;
  readonly commit: string;
  readonly kind: CommitKind;
  /** Commit by name. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Commits of people that may be replaced, since they are kept elsewhere. */
  readonly over?: readonly string[];
}

/**
 * Brings a commit to a branch, and tags, in one push: all of it or none. The branch must still be where it was when the
 * clone was brought up to date, or somebody else was faster.
 */
export function publish(
  clone: Clone,
  { branch, commit, kind, tags = {}, over = [] }: Publication,
): Published {
  const { top, remote } = clone;
  const before = tipOf(clone, branch);
  const isLost = (tip: string): boolean =>
    !over.includes(tip) && !isMadeBy(top, tip, kind) && !isAncestor(top, tip, commit);
  if (before !== null && isLost(before)) {
    const message = `the branch ${branch} ends in a commit of another author`;
    throw new ExternalError(
      'git',
      message,
      'merge that branch or delete it: work of others is not overwritten',
    );
  }
  const missing = Object.entries(tags).filter(([tag, pin]) => idOf(top, `refs/tags/${tag}`) !== pin);
  const references = [
    ...(before === commit ? [] : [[commit, `refs/heads/${branch}`] as const]),
    ...missing.map(([tag, pin]) => [pin, `refs/tags/${tag}`] as const),
  ];
  if (references.length === 0) return { changed: false, remote };
  if (remote !== null) {
    const lease = `--force-with-lease=refs/heads/${branch}:${before ?? ''}`;
    const hint = `may you push ${branch} and tags to ${remote}, or did another run just do so?`;
    const pairs = references.map(([target, name]) => `${target}:${name}`);
    git(top, ['push', '--quiet', '--atomic', lease, remote, ...pairs], { hint, retry: true });
  }
  const local = references.filter(([, name]) => remote === null || name.startsWith('refs/tags/'));
  for (const [target, name] of local)
    git(top, ['update-ref', name, target], { hint: 'is the repository writable?' });
  return { changed: true, remote };
}
