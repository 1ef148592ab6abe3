import type { Change } from '../../promote/history.ts';
import { git } from '../git/git.ts';
import { idOf, isAncestor } from '../git/git-names.ts';
import { changesBetween } from './git-changes.ts';

/** Trailer of a commit that brings an environment's settings of some commit along, and nothing of its own. */
export const settingsTrailer = 'Settings-from';

/** What was only generated anew is lacking nowhere. */
const written = ['.', ':(exclude)environments/*/generated/**', ':(exclude)schemas/**'];

/** Commits that one has and the other has not; copies of commits with other settings are nobody's own. */
export const ownIn = (root: string, commit: string, within: string): Change[] =>
  apart(root, commit, within).filter((change) => !isSettings(root, change.commit, within));

/** Those of them that the other lacks: it has neither the same change nor a copy that names them. */
export const lackingIn = (root: string, commit: string, within: string): Change[] =>
  apart(root, commit, within, '--cherry-pick').filter(
    (change) => !isCopied(root, change.commit, within) && !isSettings(root, change.commit, within),
  );

const apart = (root: string, commit: string, within: string, ...options: readonly string[]): Change[] =>
  changesBetween(root, ['--no-merges', '--right-only', ...options, `${within}...${commit}`], written);

const isCopied = (root: string, commit: string, within: string): boolean => {
  const named = ['--fixed-strings', `--grep=cherry picked from commit ${commit}`];
  return git(root, ['rev-list', '--max-count=1', ...named, within]) !== '';
};

function isSettings(root: string, commit: string, within: string): boolean {
  const format = `--format=%(trailers:key=${settingsTrailer},valueonly)`;
  const from = git(root, ['rev-list', '--max-count=1', '--no-commit-header', format, commit]).trim();
  return (
    /^[0-9a-f]{40,64}$/.test(from) &&
    idOf(root, `${from}^{commit}`) !== null &&
    isAncestor(root, from, within)
  );
}
