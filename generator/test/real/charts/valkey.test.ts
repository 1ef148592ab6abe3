import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { all, at, containers, one, quantity } from '../../support/objects.ts';
import {
  companionOf,
  data,
  environments,
  hasChart,
  planOf,
  rendered,
  valuesOf,
} from '../../support/render.ts';

const caches = ['valkey-dedup', 'valkey-denorm'];
const cases = caches.flatMap((app) => environments.map((environment) => [app, environment] as const));
const lines = (app: string, environment: string): Record<string, string> =>
  Object.fromEntries(
    String(valuesOf(app, environment).valkeyConfig)
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );

describe.each(cases)('what %s in %s is told', (app, environment) => {
  const values = valuesOf(app, environment);
  const config = lines(app, environment);

  test('leaves room for a snapshot: half as much memory again as it may fill', () => {
    const filled = Number(config.maxmemory?.replace('mb', '')) * 2 ** 20;
    expect(quantity(at(values, 'resources.limits.memory'))).toBeGreaterThanOrEqual(filled * 1.5);
    expect(quantity(at(values, 'resources.requests.memory'))).toBeGreaterThanOrEqual(filled);
  });

  test('is on disk after every second, on a volume that has room to rewrite it', () => {
    expect([config.appendonly, config.appendfsync]).toEqual(['yes', 'everysec']);
    const filled = Number(config.maxmemory?.replace('mb', '')) * 2 ** 20;
    expect(quantity(at(values, 'replica.persistence.size'))).toBeGreaterThanOrEqual(filled * 3);
    expect(at(values, 'replica.persistence.storageClass')).toBe(environment === 'local' ? undefined : 'gp3');
  });

  test('forgets on purpose: what expires first, or nothing where a lost row would be a wrong one', () => {
    expect(config['maxmemory-policy']).toBe(app === 'valkey-dedup' ? 'volatile-ttl' : 'noeviction');
  });

  test('is one line of a file for each setting, and no argument', () => {
    expect(Object.keys(config)).toEqual(['maxmemory', 'maxmemory-policy', 'appendonly', 'appendfsync']);
    expect(values).not.toHaveProperty('args');
  });

  test('takes every image that it runs from the list', () => {
    const { images } = data('images.yaml') as { images: Record<string, { repository: string; tag: string }> };
    for (const [name, reference] of Object.entries(planOf(app, environment).images))
      expect(reference).toContain(`${images[name]?.repository}:${images[name]?.tag}`);
    expect(Object.keys(planOf(app, environment).images)).toEqual(['redis-exporter', 'valkey']);
  });

  test('lets in the two programs that use it and Prometheus, and nobody else', async () => {
    const rules = at(
      one(await companionOf(app, environment), 'NetworkPolicy'),
      'spec.ingress',
    ) as PlainObject[];
    const callers = rules
      .slice(1)
      .map((rule) => [
        at(rule, 'from.0.namespaceSelector.matchLabels|kubernetes.io/metadata.name'),
        at(rule, 'ports.0.port'),
      ]);
    expect(callers).toEqual([
      ['dataset-api', 6379],
      ['flink', 6379],
      ['monitoring', 9121],
    ]);
  });
});

test('each program is told of both caches, each for its own purpose', () => {
  for (const environment of environments)
    for (const app of ['dataset-api', 'unified-pipeline'])
      expect([
        at(valuesOf(app, environment), 'caches.dedup.host'),
        at(valuesOf(app, environment), 'caches.denorm.host'),
      ]).toEqual([
        'valkey-dedup.valkey-dedup.svc.cluster.local',
        'valkey-denorm.valkey-denorm.svc.cluster.local',
      ]);
});

test('a large environment has a replica and more memory', () => {
  for (const app of caches) {
    const replicas = ['dev', 'staging', 'prod'].map((environment) =>
      at(valuesOf(app, environment), 'replica.replicas'),
    );
    expect(replicas).toEqual([0, 1, 1]);
    expect(['dev', 'staging', 'prod'].map((environment) => lines(app, environment).maxmemory)).toEqual([
      '256mb',
      '1024mb',
      '4096mb',
    ]);
  }
});

describe.skipIf(!(await hasChart('valkey-dedup')))('what the chart makes of it', () => {
  test.each(cases)('%s in %s', async (app, environment) => {
    const manifests = await rendered(app, environment);
    const version = at(one(manifests, 'StatefulSet'), 'metadata.labels|app.kubernetes.io/version');
    expect(planOf(app, environment).images.valkey).toContain(`:${version}`);
    const [server, exporter] = containers([one(manifests, 'StatefulSet')]);
    expect([server?.args, server?.command]).toEqual([['/data/conf/valkey.conf'], ['valkey-server']]);
    for (const each of [server, exporter])
      for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
        expect(each).toHaveProperty(probe);
    expect(at(one(manifests, 'StatefulSet'), 'metadata.annotations|argocd.argoproj.io/sync-options')).toBe(
      'Prune=false',
    );
    expect(at(one(manifests, 'PodDisruptionBudget'), 'spec.maxUnavailable')).toBe(1);
    const monitor = one(manifests, 'PodMonitor');
    const labels = at(one(manifests, 'StatefulSet'), 'spec.template.metadata.labels');
    expect(labels).toMatchObject(at(monitor, 'spec.selector.matchLabels') as PlainObject);
    expect(at(monitor, 'spec.namespaceSelector.matchNames')).toEqual([app]);
    expect(all(manifests, 'ServiceMonitor')).toEqual([]);
    const policy = one(await companionOf(app, environment), 'NetworkPolicy');
    expect(labels).toMatchObject(at(policy, 'spec.podSelector.matchLabels') as PlainObject);
  });
});
