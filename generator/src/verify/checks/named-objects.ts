import type { EnvironmentModel } from '../../model/model.ts';
import { spellingHint } from '../../problem/nearest.ts';
import type { Cluster } from '../cluster.ts';
import type { MadeObject, NamedKind } from '../made-objects.ts';
import { type ObjectReference, referencesIn } from '../references.ts';
import { type Check, type Finding, finding } from './check.ts';

/** What names a Secret, a ConfigMap, an account or a claim that nobody makes, or a key that is not in it, never starts. */
export const namesAreMade: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  if (cluster === undefined) return [];
  return rendered.manifests.flatMap((manifest) => {
    const references = referencesIn(manifest, manifest.namespace ?? rendered.app.namespace);
    const faults = references
      .filter(({ namespace }) => cluster.isRendered(namespace))
      .flatMap((reference) =>
        faultsOf(reference, presentIn(reference.namespace, cluster, rendered.environment)),
      );
    const unique = new Map(faults.map((fault) => [fault.what, fault]));
    return [...unique.values()].map(({ code, what, hint }) => finding(code, rendered, manifest, what, hint));
  });
};

interface NameFault extends Pick<Finding, 'code'> {
  readonly what: string;
  readonly hint: string;
}

function faultsOf(
  { kind, name, namespace, keys }: ObjectReference,
  made: readonly MadeObject[],
): NameFault[] {
  const same = made.filter((object) => object.kind === kind);
  const found = same.filter((object) => object.name === name);
  if (found.length === 0) {
    const what = `names the ${kind} "${name}", which nothing makes in the namespace ${namespace}`;
    return [
      {
        code: 'missing-object',
        what,
        hint:
          spellingHint(
            name,
            same.map((object) => object.name),
          ) ?? remedies[kind],
      },
    ];
  }
  const known = found.flatMap((object) => object.keys ?? []);
  if (found.some((object) => object.keys === null)) return [];
  return keys
    .filter((key) => !known.includes(key))
    .map((key) => ({
      code: 'missing-key',
      what: `reads the key "${key}" of the ${kind} "${name}", which has only ${known.join(', ')}`,
      hint:
        spellingHint(key, known) ??
        'give the key to the secret of the app that declares it, or correct the name',
    }));
}

const remedies: Readonly<Record<NamedKind, string>> = {
  Secret: 'declare it in secrets of the app, and give the chart secret(…).name',
  ConfigMap: 'let the chart make it, or correct the name',
  ServiceAccount: 'let the chart make it, or correct the name',
  PersistentVolumeClaim: 'let the chart make it, or correct the name',
};

function presentIn(
  namespace: string,
  { madeIn }: Cluster,
  { imagePullSecrets }: EnvironmentModel,
): MadeObject[] {
  return [
    // What is in every namespace without any app.
    { kind: 'ServiceAccount', name: 'default', keys: null },
    { kind: 'ConfigMap', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
    ...imagePullSecrets.map((name): MadeObject => ({ kind: 'Secret', name, keys: null })),
    ...madeIn(namespace),
  ];
}
