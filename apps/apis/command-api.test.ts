import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { all, at, beside, containers, one, type PlainObject, renderedSamplesOf, variables } from '#testing';
import { postgresql } from '../stores/postgresql.ts';
import { commandApi } from './command-api.ts';
import { connectors } from './connectors.ts';

describe.each(await renderedSamplesOf(commandApi))('the command API on $name', (sample) => {
  const { manifests, environment } = sample;
  const given = variables(containers([one(manifests, 'Deployment')])[0]);
  const files = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const settings = parse(files['service_config.yml'] ?? '') as Record<string, PlainObject>;
  const roles = all(manifests, 'Role');

  test('has rights where connectors run and where jobs do, and none over the cluster', () => {
    expect(all(manifests, 'ClusterRole')).toEqual([]);
    expect(roles.map(({ namespace }) => namespace).sort()).toEqual(['connectors', 'flink']);
    const secrets = roles.filter((role) => JSON.stringify(role.object.rules).includes('"secrets"'));
    expect(secrets.map(({ namespace }) => namespace)).toEqual(['connectors']);
  });

  test('may have those jobs restarted that there are, each by its name', () => {
    const [rule] = at(
      roles.find(({ namespace }) => namespace === 'flink'),
      'rules',
    ) as PlainObject[];
    const jobs = (at(settings, 'flink.jobs') as PlainObject[]).map((job) => job.release_name);
    expect(rule?.resourceNames).toEqual(jobs);
    expect(rule?.verbs).toEqual(['get', 'patch']);
    const there = ['unified-pipeline', 'cache-indexer', 'lakehouse-connector'];
    expect(jobs).toEqual(there.filter((name) => environment.apps.some((app) => app.name === name)));
  });

  test('has no password in its files', () => {
    expect(settings.postgres?.db_password).toBe('$POSTGRES_PASSWORD');
    expect(settings.druid?.password).toBe('$DRUID_PASSWORD');
    expect(given.POSTGRES_PASSWORD).toBe('command-api-postgresql-command-api/password');
    expect(given.DRUID_PASSWORD).toBe('command-api-druid-admin/password');
    const { provides } = beside(sample, postgresql);
    expect(settings.postgres?.db_user).toBe(at(provides['roles.commandApi'] as never, 'name'));
  });

  test('makes topics with as many copies as the brokers keep of all others', () => {
    const copies = environment.size === 'small' ? 1 : 3;
    expect(settings.kafka?.replication_factor).toBe(copies);
    expect(settings.kafka?.no_of_partitions).toBeGreaterThan(1);
  });

  test('answers, is watched, and is scraped at the port that it has', () => {
    const [container] = containers([one(manifests, 'Deployment')]);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(container, `${probe}.httpGet`)).toEqual({ path: '/metrics', port: 'http' });
    for (const monitor of all(manifests, 'ServiceMonitor'))
      expect(at(monitor, 'spec.endpoints.0.port')).toBe('http');
  });
});

describe.each(await renderedSamplesOf(connectors))('the namespace of connectors on $name', (sample) => {
  const { manifests } = sample;

  test('has bounds, and a policy for whatever is no connector', () => {
    expect(one(manifests, 'ResourceQuota').object.spec).toMatchObject({ hard: { services: '0' } });
    expect(one(manifests, 'LimitRange')).toBeDefined();
    const others = one(manifests, 'NetworkPolicy', 'connectors-others').object.spec;
    expect(others).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  test('gives connectors a login of their own, and no password in a ConfigMap', () => {
    const data = one(manifests, 'ConfigMap').object.data as Record<string, string>;
    const python = parse(data['connectors-python-config.yaml'] ?? '');
    const scala = parse(data['connectors-scala-config.conf'] ?? '');
    expect([python.postgres.user, python.postgres.password]).toEqual(['connectors', `\${POSTGRES_PASSWORD}`]);
    expect([scala.postgres.user, scala.postgres.password]).toEqual(['connectors', `\${POSTGRES_PASSWORD}`]);
  });

  test('names the Secrets that there are', () => {
    const { secrets } = sample.app.provides as never as Record<string, PlainObject>;
    const made = all(manifests, 'ExternalSecret').map(({ name }) => name);
    const named = Object.entries(sample.app.provides).flatMap(([key, output]) =>
      key.startsWith('secrets.') ? [String(at(output as never, 'value'))] : [],
    );
    expect(secrets).toBeUndefined();
    expect(named.sort()).toEqual(made.sort());
  });

  test('starts no pod of its own', () => {
    const pods = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'];
    expect(manifests.filter(({ kind }) => pods.includes(kind))).toEqual([]);
  });
});
