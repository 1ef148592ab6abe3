import type { Change } from '../../promote/history.ts';
import { git } from '../git/git.ts';

/** Commits that `rev-list` finds, newest first, as far as they touch some paths. */
export function changesBetween(root: string, range: readonly string[], paths: readonly string[]): Change[] {
  const args = ['rev-list', '--no-commit-header', '--format=%H%x00%s', ...range, '--', ...paths];
  return git(root, args)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [commit = '', subject = ''] = line.split('\0');
      return { commit, subject };
    });
}
