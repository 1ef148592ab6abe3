import type { ChangedRelease } from '../../promote/tools.ts';
import { git } from '../git/git.ts';
import { objectsAt } from '../git/git-objects.ts';

/** Where a commit left the main branch. */
export const leftAt = (root: string, head: string, commit: string): string =>
  git(root, ['merge-base', head, commit]).trim();

/** Releases that a commit has changed since `base`, where it left the main branch. */
export function changedReleases(
  root: string,
  prefix: string,
  commit: string,
  base: string,
): ChangedRelease[] {
  const pattern = `:(top,glob)${prefix}environments/*/release.yaml`;
  const paths = git(root, [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--name-only',
    base,
    commit,
    '--',
    pattern,
  ])
    .split('\0')
    .filter((path) => path !== '');
  const found = objectsAt(
    root,
    paths.map((path) => `${commit}:${path}`),
  );
  return paths.map((path, i) => {
    const file = path.slice(prefix.length);
    const [, environment = ''] = file.split('/');
    return { environment, file, text: found[i]?.content.toString('utf8') ?? null };
  });
}
