import { ExternalError } from '../problem/errors.ts';
import type { Forge } from '../promote/forge.ts';
import type { Terminal } from './command.ts';

/** Where pull requests are opened: null where the environment has no token for it. */
export function forgeFromEnvironment({ env }: Terminal, repository: string): Forge | null {
  if (!env.GITHUB_TOKEN && !env.GITHUB_APP_ID) return null;
  const hint = 'use --no-pull-request to stop after the branch is pushed';
  throw new ExternalError(repository, 'pull requests cannot be opened yet', hint);
}
