import { git } from './git.ts';

/** The remote that a clone is kept in step with; null where there is none. */
export function defaultRemote(root: string): string | null {
  const names = (git(root, ['remote']) ?? '').split('\n').filter((name) => name !== '');
  return names.includes('origin') ? 'origin' : (names[0] ?? null);
}

/** Arguments of git that bring all branches, the tags of pins, and the history that a shallow clone lacks. */
export function fetchArguments(root: string, remote: string): string[] {
  const shallow = git(root, ['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  return [
    'fetch',
    '--quiet',
    '--prune',
    '--no-tags',
    ...(shallow ? ['--unshallow'] : []),
    remote,
    `+refs/heads/*:refs/remotes/${remote}/*`,
    '+refs/tags/pin/*:refs/tags/pin/*',
  ];
}
