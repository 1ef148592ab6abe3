import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { parse } from 'yaml';

/**
 * The manifests that Argo CD would take from a folder: those that a kustomization lists, else every YAML file in it.
 * Patches and annotations of a kustomization are not applied: what is looked at here is which objects there are.
 */
export function manifestsIn(folder: string, include: string | null): string {
  return filesOf(folder, include)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n---\n');
}

function filesOf(folder: string, include: string | null): string[] {
  const kustomization = join(folder, 'kustomization.yaml');
  if (existsSync(kustomization)) {
    const { resources = [] } = parse(readFileSync(kustomization, 'utf8')) as {
      resources?: readonly string[];
    };
    return resources
      .map((name) => join(folder, name))
      .flatMap((path) => (statSync(path).isDirectory() ? filesOf(path, null) : [path]));
  }
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && (include === null || matchesGlob(name, include)))
    .sort()
    .map((name) => join(folder, name));
}
