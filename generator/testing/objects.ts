import type { Plain, PlainObject } from '../src/definition/plain.ts';
import { containersOf, isObject, type Manifest, podSpecs } from '../src/verify/manifest.ts';

/** The one object of a kind (and a name, where there are several). */
export function one(manifests: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = all(manifests, kind).filter((each) => name === undefined || each.name === name);
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(
      `${found.length} objects ${kind} ${name ?? ''} among ${manifests.map((each) => each.kind)}`,
    );
  return first;
}

export const all = (manifests: readonly Manifest[], kind: string): Manifest[] =>
  manifests.filter((each) => each.kind === kind);

/** What stands at a path of keys and indexes, as `spec.kafka.config`; a key with dots goes after `|`. */
export function at(value: Plain | undefined | Manifest, path: string): Plain | undefined {
  const [dotted = '', ...last] = path.split('|');
  const keys = [...dotted.split('.').filter((key) => key !== ''), ...last];
  const start = isManifest(value) ? value.object : value;
  return keys.reduce<Plain | undefined>((found, key) => {
    if (Array.isArray(found)) return found[Number(key)];
    return isObject(found) ? found[key] : undefined;
  }, start);
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'object' in value && 'annotations' in value;

/** Every pod of a render with its labels: templates of workloads, and of Flink as it completes them. */
export function pods(
  manifests: readonly Manifest[],
): { owner: Manifest; labels: PlainObject; pod: PlainObject }[] {
  return manifests.flatMap((owner) => {
    if (!['Deployment', 'StatefulSet', 'Job'].includes(owner.kind)) return [];
    const labels = at(owner, 'spec.template.metadata.labels') as PlainObject;
    return podSpecs(owner).map((pod) => ({ owner, labels, pod }));
  });
}

/** All containers of a render, with a name for messages. */
export const containers = (manifests: readonly Manifest[]): (PlainObject & { readonly name: string })[] =>
  manifests.flatMap(podSpecs).flatMap(containersOf) as (PlainObject & { readonly name: string })[];

/** Environment variables of the only container, by name; `Secret/key` for those that come from one. */
export function variables(container: PlainObject | undefined): Record<string, string> {
  const list = (Array.isArray(container?.env) ? container.env : []) as { name: string; value?: string }[];
  return Object.fromEntries(
    list.map((each) => {
      const from = at(each as Plain, 'valueFrom.secretKeyRef') as { name: string; key: string } | undefined;
      return [each.name, from ? `${from.name}/${from.key}` : String(each.value)];
    }),
  );
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  m: 0.001,
  k: 1000,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  MB: 2 ** 20,
  GB: 2 ** 30,
};

/** A quantity as a number: of Kubernetes (`500m`, `2Gi`), or a size of PostgreSQL (`256MB`, which is binary there). */
export function quantity(text: Plain | undefined): number {
  const [, number, unit = ''] = String(text).match(/^([\d.]+)([A-Za-z]*)$/) ?? [];
  const factor = units[unit];
  if (number === undefined || factor === undefined) throw new Error(`no quantity: ${String(text)}`);
  return Number(number) * factor;
}
