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

/** Commits that one has and the other lacks: itself, as the same change, and as a copy that names it. */
export function lackingIn(root: string, commit: string, within: string): Change[] {
  const top = git(root, ['rev-parse', '--show-toplevel'])?.trim() ?? root;
  const apart = ['--no-merges', '--cherry-pick', '--right-only', `${within}...${commit}`];
  const log = git(top, ['log', changeFormat, ...apart, ...written]);
  return changesIn(log).filter(
    (change) => !isCopied(top, change.commit, within) && !isSettings(top, change.commit, within),
  );
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
