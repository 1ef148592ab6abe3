import { isLoopback } from '../web/loopback.ts';

/** Where a repository of images is asked for. */
export interface RegistryPlace {
  /** As references name it, and people know it: `docker.io`, `127.0.0.1:5000`. */
  readonly registry: string;
  /** URL without a slash at its end. */
  readonly base: string;
  /** Path inside the registry. */
  readonly name: string;
}

/** Docker Hub answers at another host than the one that stands in references. */
const hub = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];

export const isHub = (registry: string): boolean => hub.includes(registry);

/**
 * @param repository registry and path, as in `images.yaml`
 * @param plain registries that are asked without TLS; loopback hosts always are
 */
export function registryPlace(repository: string, plain: ReadonlySet<string>): RegistryPlace {
  const slash = repository.indexOf('/');
  const registry = repository.slice(0, slash);
  const name = repository.slice(slash + 1);
  if (isHub(registry)) {
    const official = name.includes('/') ? name : `library/${name}`;
    return { registry: 'docker.io', base: 'https://registry-1.docker.io', name: official };
  }
  const hostname = registry.replace(/:\d+$/, '');
  const isPlain = isLoopback(hostname) || plain.has(registry) || plain.has(hostname);
  return { registry, base: `${isPlain ? 'http' : 'https'}://${registry}`, name };
}
