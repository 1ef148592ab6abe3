import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  containers,
  isRenderable,
  one,
  rendered,
  renderedSamplesOf,
  sampleModel,
  variables,
} from '#testing';
import { grows, volumeAutoscaler } from './volume-autoscaler.ts';

interface Rule {
  readonly resources: string[];
  readonly verbs: string[];
}

describe.each(await renderedSamplesOf(volumeAutoscaler))('volumes that grow on $name', (sample) => {
  const { environment, manifests, app } = sample;
  const given = variables(containers([one(manifests, 'Deployment')])[0]);
  const here = grows.filter((name) => environment.apps.some((other) => other.name === name));

  test('are those of apps that are here, and it may change the claims of no other', () => {
    expect(given.PROMETHEUS_LABEL_MATCH).toBe(`namespace=~"${here.join('|')}"`);
    expect(all(manifests, 'Role').map(({ object }) => at(object, 'metadata.namespace'))).toEqual(here);
    const rules = (kind: string) =>
      all(manifests, kind).flatMap((role) =>
        (at(role, 'rules') as unknown as Rule[]).map(({ resources, verbs }) => `${verbs} ${resources}`),
      );
    expect(new Set(rules('Role'))).toEqual(new Set(['patch persistentvolumeclaims', 'create events']));
    expect(rules('ClusterRole')).toEqual(['list persistentvolumeclaims']);
  });

  test('grow by some gibibytes and stop somewhere', () => {
    const [least, most] = [given.SCALE_UP_MIN_INCREMENT, given.SCALE_UP_MAX_SIZE].map(Number);
    expect(least).toBeLessThanOrEqual(20 * 2 ** 30);
    expect(most).toBeGreaterThan(Number(least));
    expect(Object.keys(given).filter((name) => name.startsWith('SLACK'))).toEqual([]);
  });

  test('are looked at by Prometheus, at the address that it has', () => {
    const { prometheus } =
      environment.apps.find(({ name }) => name === 'kube-prometheus-stack')?.provides ?? {};
    const { host, port } = prometheus as unknown as { host: string; port: number };
    expect(given.PROMETHEUS_URL).toBe(`http://${host}:${port}`);
    expect(app.requests.server?.replicas).toBe(1);
  });
});

/** Kinds whose operator looks again at the size of a claim, or that are a claim in Git. */
const judged = /^(Kafka|KafkaNodePool|Cluster|Druid|Prometheus|Alertmanager|PersistentVolumeClaim)$/;

test('nobody puts back what grows: no operator and no claim in Git is where it may change one', async () => {
  const { environments } = await sampleModel();
  for (const name of ['local-medium', 'aws-medium']) {
    const environment = environments.find((found) => found.name === name);
    if (environment === undefined) throw new Error(`there is no sample ${name}`);
    const places = new Set(grows.map(String));
    const found: string[] = [];
    for (const app of environment.apps.filter(({ namespace }) => places.has(namespace))) {
      if (app.chart.kind === 'git') continue;
      const sample = { name, app, environment, size: environment.size, cloud: environment.cloud.kind };
      // `verify` names the charts that this machine lacks.
      if (!(await isRenderable(sample))) continue;
      const { manifests } = await rendered(sample);
      found.push(
        ...manifests.filter(({ kind }) => judged.test(kind)).map(({ kind }) => `${app.name}/${kind}`),
      );
    }
    expect([name, found]).toEqual([name, []]);
  }
});
