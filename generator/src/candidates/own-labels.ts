import type { Application } from './application.ts';

const layer = '/layer';

/**
 * The domains in front of our own labels on some Applications, sorted: one, but for pins that are older than a change of
 * `labelDomain`, which keep the one that they have.
 */
export function labelDomainsOf(applications: readonly Pick<Application, 'metadata'>[]): string[] {
  const keys = applications.flatMap(({ metadata }) => Object.keys(metadata.labels ?? {}));
  const domains = keys.filter((key) => key.endsWith(layer)).map((key) => key.slice(0, -layer.length));
  return [...new Set(domains)].sort();
}
