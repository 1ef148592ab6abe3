import type { Change } from '../../promote/history.ts';
import { git } from '../git/git.ts';
import { changesBetween } from './git-changes.ts';
import { copiedBy } from './settings-copy.ts';

/** What was only generated anew is lacking nowhere. */
const written = ['.', ':(exclude)environments/*/generated/**', ':(exclude)schemas/**'];

/** Commits that one has and the other lacks: neither as the same change, nor as a copy that names it, nor as settings of it. */
export const lackingIn = (root: string, prefix: string, commit: string, within: string): Change[] =>
  changesBetween(
    root,
    ['--no-merges', '--right-only', '--cherry-pick', `${within}...${commit}`],
    written,
  ).filter(
    (change) =>
      !isNamed(root, change.commit, within) && copiedBy(root, prefix, change.commit, within) === null,
  );

const isNamed = (root: string, commit: string, within: string): boolean => {
  const named = ['--fixed-strings', `--grep=cherry picked from commit ${commit}`];
  return git(root, ['rev-list', '--max-count=1', ...named, within]) !== '';
};
