import type { Published } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import { objects } from '../git/git-objects.ts';
import { type Clone, tipOf } from './clone.ts';
import { isMadeByUs } from './commit-tree.ts';

/**
 * Brings a commit to a branch, and tags, in one push: all of it or none. The branch must still be where it was when the
 * clone was brought up to date, or somebody else was faster.
 */
export function publish(
  clone: Clone,
  branch: string,
  commit: string,
  tags: Readonly<Record<string, string>>,
): Published {
  const { top, remote } = clone;
  const before = tipOf(clone, branch);
  if (before !== null && before !== commit && !isOurs(top, before)) {
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

const isOurs = (folder: string, commit: string): boolean =>
  objects(folder, [commit]).some(({ content }) => isMadeByUs(content.toString('utf8')));
