import type { Change } from '../../promote/history.ts';
import { git } from '../git.ts';

/** How `git log` writes what {@link changesIn} reads. */
export const changeFormat = '--format=%H%x00%s';

export function changesIn(log: string | null): Change[] {
  return (log ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [commit = '', subject = ''] = line.split('\0');
      return { commit, subject };
    });
}

/** Trailer of a commit that brings an environment's settings of some commit along, and nothing of its own. */
export const settingsTrailer = 'Settings-from';

/** What was only generated anew is lacking nowhere. */
const written = ['--', '.', ':(exclude)environments/*/generated/**', ':(exclude)schemas/**'];

/** Commits that one has and the other has not; copies of commits with other settings are nobody's own. */
export const ownIn = (root: string, commit: string, within: string): Change[] =>
  apart(root, commit, within).filter((change) => !isSettings(root, change.commit, within));

/** Those of them that the other lacks: it has neither the same change nor a copy that names them. */
export const lackingIn = (root: string, commit: string, within: string): Change[] =>
  apart(root, commit, within, '--cherry-pick').filter(
    (change) => !isCopied(root, change.commit, within) && !isSettings(root, change.commit, within),
  );

function apart(root: string, commit: string, within: string, ...options: readonly string[]): Change[] {
  const top = git(root, ['rev-parse', '--show-toplevel'])?.trim() ?? root;
  const range = ['--no-merges', '--right-only', ...options, `${within}...${commit}`];
  return changesIn(git(top, ['log', changeFormat, ...range, ...written]));
}

const isCopied = (root: string, commit: string, within: string): boolean =>
  (git(root, ['log', '-1', '--format=%H', `--grep=cherry picked from commit ${commit}`, within]) ?? '') !==
  '';

function isSettings(root: string, commit: string, within: string): boolean {
  const format = `--format=%(trailers:key=${settingsTrailer},valueonly)`;
  const from = git(root, ['log', '-1', format, commit])?.trim();
  return (
    from !== undefined && from !== '' && git(root, ['merge-base', '--is-ancestor', from, within]) !== null
  );
}
