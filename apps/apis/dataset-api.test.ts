import { describe, expect, test } from 'vitest';
import {
  at,
  beside,
  bySize,
  containers,
  one,
  type PlainObject,
  renderedSamplesOf,
  variables,
} from '#testing';
import { druid } from '../stores/druid.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { valkeyDedup } from '../stores/valkey-dedup.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';
import { datasetApi } from './dataset-api.ts';

const callerNamespace = 'namespaceSelector.matchLabels|kubernetes.io/metadata.name';

describe.each(await renderedSamplesOf(datasetApi))('the API on $name', (sample) => {
  const { manifests, app, environment } = sample;
  const deployment = one(manifests, 'Deployment');
  const [container] = containers([deployment]);
  const given = variables(container);

  test('checks rights, and lets in the gateway and those that it knows', () => {
    expect(given.is_rbac_enabled).toBe('true');
    const rules = at(one(manifests, 'NetworkPolicy'), 'spec.ingress') as PlainObject[];
    const peers = rules.flatMap(({ from }) => from as PlainObject[]);
    const callers = peers.flatMap((peer) => at(peer, callerNamespace) ?? []);
    const gateway = environment.exposure?.caller.namespace;
    // What the console passes on is a token that Keycloak gave it; connectors ask for addresses of their archives alone.
    const known = ['connectors', 'monitoring', 'web-console', ...(gateway ? [gateway] : [])];
    expect(callers.filter((caller) => !known.includes(String(caller)))).toEqual([]);
  });

  test('shows the public what the gateway asks tokens for, and not what needs none', () => {
    const { host, paths, unauthenticated } = app.provides.public as never as PlainObject;
    expect(host).toBe(`api.${environment.domain}`);
    expect([paths, unauthenticated]).toEqual([['/v2/data/', '/v2/datasets/'], null]);
  });

  test('makes no rules in Grafana, and needs no token for it', () => {
    const file = one(manifests, 'ConfigMap').object.data as Record<string, string>;
    const { alerts } = JSON.parse(file['alertsConfig.json'] ?? '').configs;
    expect(Object.values(alerts).flat()).toEqual([]);
    expect(Object.keys(given).filter((name) => /grafana/i.test(name))).toEqual([]);
  });

  test('logs in to the database with a login of its own', () => {
    const { provides } = beside(sample, postgresql);
    expect(given.postgres_username).toBe(at(provides['roles.datasetApi'] as never, 'name'));
    expect(given.postgres_database).toBe(at(provides['databases.obsrv'] as never, 'name'));
    expect(given.postgres_password).toBe('dataset-api-postgresql-dataset-api/password');
  });

  test('has its credentials from Secrets', () => {
    const secret = Object.entries(given).filter(([name]) =>
      /password|_key$|token|identity|credential/.test(name),
    );
    expect(secret.filter(([, value]) => !/^dataset-api-[a-z-]+\/\w+$/.test(value))).toEqual([]);
    expect(secret.map(([name]) => name)).toEqual(
      expect.arrayContaining(['postgres_password', 'encryption_key']),
    );
  });

  test('knows the object store of its cloud by the name that the API has for it', () => {
    const config = JSON.parse(String(given.cloud_storage_config));
    const { cloud } = environment;
    const [identity, credential] = ['$(storage_identity)', '$(storage_credential)'];
    switch (cloud.kind) {
      case 'aws':
        expect([given.cloud_storage_provider, config]).toEqual(['aws', { region: cloud.region }]);
        return expect(given.cloud_storage_region).toBe(cloud.region);
      case 'azure':
        return expect([given.cloud_storage_provider, config]).toEqual([
          'azure',
          { identity: cloud.storageAccount, credential },
        ]);
      case 'gcp':
        return expect([given.cloud_storage_provider, config]).toEqual([
          'gcp',
          { identity, credential, projectId: cloud.project },
        ]);
      case 'local':
        return expect([given.cloud_storage_provider, config]).toEqual([
          'aws',
          { identity, credential, ...cloud.objectStore, s3ForcePathStyle: true },
        ]);
    }
  });

  test('gives a credential only where the cloud has no identity for it', () => {
    expect(given.storage_credential === undefined).toBe(environment.cloud.kind === 'aws');
  });

  test('is known to the cloud by its account', () => {
    const { annotations } = one(manifests, 'ServiceAccount', app.name);
    const identity = environment.cloud.identities?.[app.name] ?? 'none';
    expect(Object.values(annotations)).toEqual(identity === 'none' ? [] : [identity]);
  });

  test('makes no token and starts no Job: what it needs is there before it', () => {
    expect(manifests.filter(({ kind }) => kind.endsWith('Job'))).toEqual([]);
  });

  test('offers the stores that there are, by one list', () => {
    expect(JSON.parse(String(given.storage_types))).toEqual({
      lake_house: sample.environment.apps.some(({ name }) => name === 'lakehouse-connector'),
      realtime_store: true,
    });
    const { router, admin } = beside(sample, druid).provides as never as Record<string, PlainObject>;
    expect(given.druid_host).toBe(`http://${router?.host}`);
    expect(given.druid_port).toBe(String(router?.port));
    expect(given.druid_username).toBe(admin?.name);
    expect(given.druid_password).toBe('dataset-api-druid-admin/password');
  });

  test('is told of both caches, each for its own purpose', () => {
    for (const [name, cache] of [
      ['dedup', valkeyDedup],
      ['denorm', valkeyDenorm],
    ] as const)
      expect(given[`${name}_redis_host`]).toBe(at(beside(sample, cache).provides.server as never, 'host'));
  });

  test('tells the collector of itself by HTTP, where there is one', () => {
    const collector = sample.environment.apps.find(({ name }) => name === 'opentelemetry-collector');
    const [told, endpoint] = [given.otel_enable, given.otel_collector_endpoint];
    if (collector === undefined) return expect([told, endpoint]).toEqual(['false', undefined]);
    const { host, port } = collector.provides.otlpHttp as never as PlainObject;
    // It puts /v1/logs and its like behind.
    return expect([told, endpoint]).toEqual(['true', `http://${host}:${port}`]);
  });

  test('reports to a topic that is made', () => {
    const topics = Object.values(beside(sample, kafka).provides).flatMap((output) =>
      output.kind === 'topic' ? [output.name] : [],
    );
    expect(topics).toContain(given.telemetry_dataset);
  });

  test('is asked at the address that it has, with time to compile itself first', () => {
    const paths = ['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) =>
      at(container, `${probe}.httpGet`),
    );
    expect(paths).toEqual(paths.map(() => ({ path: '/metrics', port: 'http' })));
    const seconds =
      Number(at(container, 'startupProbe.periodSeconds')) *
      Number(at(container, 'startupProbe.failureThreshold'));
    expect(seconds).toBeGreaterThanOrEqual(300);
  });
});

test('a large environment has more copies than a small one', async () => {
  const samples = await bySize(datasetApi);
  expect(samples.map(({ app }) => app.values?.replicas)).toEqual([1, 2, 3]);
});
