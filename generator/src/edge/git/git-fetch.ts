import { isShallow, remotesOf, settingOf } from './git-names.ts';

/** The remote that a clone is kept in step with; null where there is none. */
export function defaultRemote(root: string): string | null {
  const names = remotesOf(root);
  return names.includes('origin') ? 'origin' : (names[0] ?? null);
}

/** Its URL, as a person configured it. */
export function defaultRemoteUrl(root: string): string | null {
  const remote = defaultRemote(root);
  return remote === null ? null : settingOf(root, `remote.${remote}.url`);
}

/** Arguments of git that bring all branches, the tags of pins, and the history that a shallow clone lacks. */
export function fetchArguments(root: string, remote: string): string[] {
  return [
    'fetch',
    '--quiet',
    '--prune',
    '--no-tags',
    ...(isShallow(root) ? ['--unshallow'] : []),
    remote,
    `+refs/heads/*:refs/remotes/${remote}/*`,
    '+refs/tags/pin/*:refs/tags/pin/*',
  ];
}
