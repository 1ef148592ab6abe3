import type { Published } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor } from '../git/git-names.ts';
import { type Clone, tipOf } from './clone.ts';
import type { CommitKind } from './commit-kind.ts';
import { ownership } from './whose-work.ts';

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
  // The new commit may have all that is there: whoever reworded or signed it wants it kept even so.
  const isLost = (tip: string): boolean =>
    !over.includes(tip) && !isAncestor(top, tip, commit) && !ownership(top, tip, `${commit}^`, kind).isFree;
  if (before !== null && isLost(before)) {
    const hint = 'merge that branch or delete it: work of others is not overwritten';
    throw new ExternalError('git', `the branch ${branch} has a commit of a person`, hint);
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
  const input = local
    .map(
      ([target, name]) =>
        `update ${name} ${target}${name.startsWith('refs/heads/') ? ` ${before ?? '0'.repeat(target.length)}` : ''}\n`,
    )
    .join('');
  if (input !== '') git(top, ['update-ref', '--stdin'], { input, hint: 'is the repository writable?' });
  return { changed: true, remote };
}
