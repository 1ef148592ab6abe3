import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { all, at, bySize, containers, hasChart, one, type PlainObject, renderedSamplesOf } from '#testing';
import { loki } from './loki.ts';

test('the larger an environment, the longer it keeps logs', async () => {
  const samples = await bySize(loki);
  const periods = samples.map(({ app }) => at(app.values ?? {}, 'loki.limits_config.retention_period'));
  expect(periods).toEqual(['168h', '336h', '720h']);
});

const rendered = (await hasChart(loki)) ? await renderedSamplesOf(loki) : [];

describe.skipIf(rendered.length === 0).each(rendered.map((sample) => [sample.name, sample] as const))(
  'on %s',
  (_, { app, environment, manifests }) => {
    const { cloud } = environment;
    const config = parse(String(at(one(manifests, 'ConfigMap', 'loki'), 'data|config.yaml'))) as PlainObject;
    const [pod] = containers(all(manifests, 'StatefulSet'));
    const storage = at(config, 'common.storage') as Record<string, PlainObject>;
    const [store, ...others] = Object.keys(storage);

    test('logs lie in the bucket of the environment, by its identity or by a key of its own', () => {
      expect([store, ...others]).toEqual([
        { aws: 's3', local: 's3', azure: 'azure', gcp: 'gcs' }[cloud.kind],
      ]);
      expect(app.buckets).toEqual({ logs: 'read-write' });
      expect(JSON.stringify(storage)).toContain(String(cloud.buckets?.logs));
      const variables = (at(pod as PlainObject, 'env') as { name: string }[]).map(({ name }) => name);
      const keys = ['S3_ACCESS_KEY', 'S3_SECRET_KEY'];
      expect(keys.every((key) => variables.includes(key))).toBe(cloud.kind === 'local');
      if (cloud.kind === 'azure') expect(at(storage.azure as PlainObject, 'use_federated_token')).toBe(true);
    });

    test('a log goes when its time is over', () => {
      expect(String(at(config, 'limits_config.retention_period'))).toMatch(/^[1-9]\d*h$/);
      expect(at(config, 'compactor.retention_enabled')).toBe(true);
      const used = at(config, 'schema_config.configs.0.object_store');
      expect(at(config, 'compactor.delete_request_store')).toBe(used);
      expect(used).toBe(store);
      expect(at(config, 'schema_config.configs.0.schema')).toBe('v13');
    });

    test('the compactor is asked at an address that is one', () => {
      expect(at(config, 'common.compactor_grpc_address')).toMatch(/^[a-z0-9.-]+:9095$/);
    });

    test('nothing is beside it: no store, no cache, no canary, no right', () => {
      for (const kind of ['Deployment', 'DaemonSet', 'Job', 'ClusterRole', 'Role'])
        expect(all(manifests, kind), kind).toEqual([]);
      expect(all(manifests, 'StatefulSet')).toHaveLength(1);
      expect(at(pod as PlainObject, 'resources.limits')).toMatchObject({ memory: expect.any(String) });
    });

    test('as many copies as instances, so that one may be missing of three', () => {
      const [set] = all(manifests, 'StatefulSet');
      const replicas = at(set?.object ?? {}, 'spec.replicas');
      expect(at(config, 'common.replication_factor')).toBe(replicas);
      expect(replicas).toBe(environment.size === 'small' ? 1 : 3);
    });
  },
);
