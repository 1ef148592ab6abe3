import type { Sources } from '../../upgrade/sources.ts';
import { textAt } from '../web/text-at.ts';
import { openWeb, type WebSettings } from '../web/web.ts';
import { imageFacts } from './image-facts.ts';
import { keptDigests } from './kept-digests.ts';
import { plainRegistries } from './plain-registries.ts';
import { registryClient } from './registry-client.ts';
import { registryCredentials } from './registry-credentials.ts';
import { registryLogin } from './registry-login.ts';
import { cosignSignatures } from './signature.ts';
import { versionSources } from './version-sources.ts';

export interface RegistrySourcesOptions {
  /** Folder of the repository: what its policies name lies there, and git's settings there count. */
  readonly root: string;
  /** Is told a line where a person would wonder: a wait, a limit, a file of credentials that is of no use. */
  progress(line: string): void;
  /** Asks what tags mean now, instead of taking what they meant up to 20 hours ago. */
  readonly anew?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Variables that say where credentials and settings are. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** How much is asked at once and how long is waited, where it is not the usual. */
  readonly web?: Partial<WebSettings>;
}

/** The real sources, and how many requests each host was sent over HTTP. */
export interface RegistrySources extends Sources {
  counts(): ReadonlyMap<string, number>;
}

/** Images are asked for where their entry says, never at a mirror that an environment pulls from. */
export function registrySources(options: RegistrySourcesOptions): RegistrySources {
  const { root, progress, anew = false, now = Date.now, environment = process.env } = options;
  const web = openWeb({ now, report: progress, ...options.web });
  const ask = registryLogin(web, registryCredentials(environment, progress), now);
  const plain = plainRegistries(environment);
  const registry = registryClient(ask, plain);
  return {
    ...versionSources({ root, textOf: (url) => textAt(web, url), registry }),
    tags: registry.tags,
    digest: keptDigests(registry.digest, now, anew),
    image: (repository, digest) => imageFacts(registry, repository, digest),
    signature: cosignSignatures(root, progress, plain),
    counts: web.counts,
  };
}
