import { githubFromEnvironment } from '../edge/github/github-settings.ts';
import type { Forge } from '../forge/forge.ts';
import type { Terminal } from './command.ts';

/** Where pull requests are opened: null where the environment has no token for it. */
export const forgeFromEnvironment = ({ env, stderr }: Terminal, repository: string): Forge | null =>
  githubFromEnvironment(env, repository, (line) => void stderr.write(`${line}\n`));
