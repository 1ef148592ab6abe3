import type { Plain, PlainObject } from '../definition/plain.ts';
import { containersOf, manifestsOf, mapIn, podSpecs } from '../verify/manifest.ts';

/** Requests and limits of a container that differ. */
export interface ResourceChange {
  /** `Deployment/web app`: what makes the pods, and the container. */
  readonly container: string;
  /** `requests cpu 100m → 200m, limits memory 1Gi → none` */
  readonly detail: string;
}

/** What containers request and may take, where that differs between two texts of manifests. Replicas too. */
export function changedResources(before: string, after: string): ResourceChange[] {
  const [was, is] = [amountsIn(before), amountsIn(after)];
  return [...is].flatMap(([container, amounts]) => {
    const old = was.get(container);
    if (old === undefined) return [];
    const names = [...new Set([...old.keys(), ...amounts.keys()])];
    const differing = names.filter((name) => old.get(name) !== amounts.get(name));
    const detail = differing
      .map((name) => `${name} ${old.get(name) ?? 'none'} → ${amounts.get(name) ?? 'none'}`)
      .join(', ');
    return detail === '' ? [] : [{ container, detail }];
  });
}

type Amounts = ReadonlyMap<string, string>;

function amountsIn(text: string): Map<string, Amounts> {
  const all = manifestsOf(text).flatMap((manifest): [string, Amounts][] => {
    const owner = `${manifest.kind}/${manifest.name}`;
    const { replicas } = mapIn(manifest.object.spec);
    const copies: [string, Amounts][] =
      replicas === undefined ? [] : [[owner, new Map([['replicas', said(replicas)]])]];
    const containers = podSpecs(manifest)
      .flatMap(containersOf)
      .map((container): [string, Amounts] => [`${owner} ${String(container.name)}`, amountsOf(container)]);
    return [...copies, ...containers];
  });
  return new Map(all);
}

const amountsOf = ({ resources }: PlainObject): Amounts =>
  new Map(
    ['requests', 'limits'].flatMap((kind) =>
      Object.entries(mapIn(mapIn(resources)[kind])).map(([name, amount]): [string, string] => [
        `${kind} ${name}`,
        said(amount),
      ]),
    ),
  );

const said = (value: Plain): string => (typeof value === 'string' ? value : JSON.stringify(value));
