import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const catalogHost = 'https://raw.githubusercontent.com';
const catalog = `${catalogHost}/datreeio/CRDs-catalog/main/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`;
const probeSeconds = 3;

const folder = fileURLToPath(new URL('../../schemas', import.meta.url));

/**
 * Where kubeconform finds schemas: those of Kubernetes' own kinds, which the generator has, then what was given: a
 * template as kubeconform takes it, or a folder that holds `schemas/crds/<group>/<kind>_<version>.json`.
 */
export function schemaLocations(given: string | null): string[] {
  const versions = existsSync(folder) ? readdirSync(folder).sort() : [];
  const own = versions.map((version) => join(folder, version, '{{.ResourceKind}}{{.KindSuffix}}.json'));
  if (given === null) return own;
  const template = given.includes('{{')
    ? given
    : join(resolve(given), 'schemas/crds/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json');
  return [...own, template];
}

/** The catalog of custom kinds that the field shares; nothing where its host does not answer. */
export async function publicCatalog(): Promise<string[]> {
  try {
    await fetch(catalogHost, { method: 'HEAD', signal: AbortSignal.timeout(probeSeconds * 1000) });
    return [catalog];
  } catch {
    return [];
  }
}
