import type { Application } from './application.ts';

type Applications = readonly Pick<Application, 'metadata'>[];

const layer = '/layer';

/**
 * The domains in front of our own labels on some Applications, sorted: one, but for pins that are older than a change of
 * `labelDomain`, which keep the one that they have.
 */
export function labelDomainsOf(applications: Applications): string[] {
  const keys = applications.flatMap(({ metadata }) => Object.keys(metadata.labels ?? {}));
  const domains = keys.filter((key) => key.endsWith(layer)).map((key) => key.slice(0, -layer.length));
  return [...new Set(domains)].sort();
}

/** The labels that say the layers of some Applications. */
export const layerKeys = (applications: Applications): string[] =>
  labelDomainsOf(applications).map((domain) => `${domain}${layer}`);

/** What a template of Helm says for the layer in a map of labels: the one of `keys` that it has. */
export function layerIn(labels: string, keys: readonly string[]): string {
  const found = keys.map((key) => `index ${labels} "${key}"`);
  return found.length === 1 ? found.join('') : `coalesce ${found.map((one) => `(${one})`).join(' ')}`;
}
