import { expect } from 'vitest';
import type { Api, Thing } from './harness/api.ts';
import { live, type Managed, managedBy, type Platform, test } from './harness/platform.ts';
import { until } from './harness/running.ts';

/** One live object of each kind, and a label that Argo CD put there, if it has one. */
interface Sample {
  readonly object: Thing;
  readonly label: string | undefined;
}

/** Labels of an object that Argo CD owns: those that it wrote, and so has to keep. */
function ownLabels(object: Thing): string[] {
  const managed = (object.metadata as { managedFields?: { manager: string; fieldsV1?: Fields }[] })
    .managedFields;
  const labels = managed?.find(({ manager }) => manager === 'argocd-controller')?.fieldsV1?.['f:metadata']?.[
    'f:labels'
  ];
  return Object.keys(labels ?? {}).flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []));
}

interface Fields {
  readonly 'f:metadata'?: { readonly 'f:labels'?: Readonly<{ [key: string]: unknown }> };
}

async function sampleOfEachKind({ stage, plan, application }: Platform): Promise<Map<string, Sample>> {
  const samples = new Map<string, Sample>();
  for (const { name } of plan()) {
    for (const managed of managedBy(await application(name))) {
      const kind = `${managed.group ?? ''}/${managed.kind}`;
      if (samples.get(kind)?.label !== undefined) continue;
      const object = await get(stage.cluster.api, managed);
      const [label] = ownLabels(object);
      samples.set(kind, { object, label });
    }
  }
  return samples;
}

async function get(api: Api, managed: Managed): Promise<Thing> {
  const found = await live(api, managed);
  if (!found) throw new Error(`${managed.kind} ${managed.name} is not there`);
  return found;
}

const labelOf = (object: Thing | undefined, label: string): string | undefined =>
  object?.metadata.labels?.[label];

test('hand edits are healed, whatever the kind', async ({ platform }) => {
  const { api } = platform.stage.cluster;
  const samples = [...(await sampleOfEachKind(platform))].map(([kind, sample]) => ({ kind, ...sample }));
  expect(samples.length).toBeGreaterThan(15);
  for (const { object, label } of samples) {
    // What has nothing to edit that would do no harm is deleted.
    if (label === undefined) await api.delete(object);
    else await api.merge(object, { metadata: { labels: { [label]: 'edited-by-hand' } } });
  }
  const unhealthy = async (): Promise<string[]> => {
    const now = await Promise.all(
      samples.map(({ object: { apiVersion, kind, metadata } }) =>
        api.get(apiVersion, kind, metadata.name, metadata.namespace),
      ),
    );
    return samples.flatMap(({ kind, object, label }, i) => {
      const healed =
        label === undefined
          ? now[i] !== undefined && now[i].metadata.uid !== object.metadata.uid
          : labelOf(now[i], label) === labelOf(object, label);
      return healed ? [] : [kind];
    });
  };
  expect(await unhealthy()).not.toEqual([]);
  await until('', async () => (await unhealthy()).length === 0).catch(() => undefined);
  expect(await unhealthy()).toEqual([]);
});

test('what was scaled, emptied or deleted by hand comes back', async ({ platform }) => {
  const { stage, plan, application } = platform;
  const { api } = stage.cluster;
  const all = (await Promise.all(plan().map(({ name }) => application(name)))).flatMap(managedBy);
  const first = (kind: string): Promise<Thing> => {
    const managed = all.find((each) => each.kind === kind);
    if (!managed) throw new Error(`the platform has no ${kind}`);
    return get(api, managed);
  };
  const [deployment, configMap, policy] = await Promise.all(
    ['Deployment', 'ConfigMap', 'NetworkPolicy'].map(first),
  );
  if (!deployment || !configMap || !policy) throw new Error('not there');
  await api.merge(deployment, { spec: { replicas: 0 } });
  if (!('immutable' in configMap)) await api.merge(configMap, { data: null });
  await api.delete(policy);
  const now = ({ apiVersion, kind, metadata }: Thing): Promise<Thing | undefined> =>
    api.get(apiVersion, kind, metadata.name, metadata.namespace);
  await until('all three as they were', async () => {
    const [a, b, c] = await Promise.all([deployment, configMap, policy].map(now));
    return (
      a?.spec.replicas === deployment.spec.replicas &&
      JSON.stringify(b?.data) === JSON.stringify(configMap.data) &&
      JSON.stringify(c?.spec) === JSON.stringify(policy.spec)
    );
  });
});
