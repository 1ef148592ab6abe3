import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  bySize,
  containers,
  one,
  type Plain,
  rendered,
  renderedSamplesOf,
  variables,
} from '#testing';
import { trino } from '../processing/trino.ts';
import { druid } from '../stores/druid.ts';
import { postgresql } from '../stores/postgresql.ts';
import { keycloak } from './keycloak.ts';
import { superset } from './superset.ts';
import { rolesByClaim } from './superset-config.ts';
import { supersetSetup } from './superset-setup.ts';

const configOf = (manifests: Parameters<typeof all>[0]): string =>
  String(
    (all(manifests, 'ConfigMap')[0]?.object.data as Record<string, string> | undefined)?.[
      'superset_config.py'
    ],
  );

describe.each(await renderedSamplesOf(superset))('the web servers on $name', (sample) => {
  const { manifests } = sample;
  const [container] = containers([one(manifests, 'Deployment')]);
  const given = variables(container);
  const config = configOf(manifests);

  test('log in to the database as its owner, over TLS, and to nothing else', () => {
    const { provides } = beside(sample, postgresql);
    expect(config).toContain(`username="${at(provides['roles.superset'] as never, 'name')}"`);
    expect(config).toContain(`host="${at(provides.server as never, 'host')}"`);
    expect(given.DATABASE_PASSWORD).toBe('superset-postgresql-superset/password');
    expect(given.PGSSLMODE).toBe('require');
    expect(config).not.toMatch(/redis|valkey/i);
  });

  test('have the key and no secret in a text', () => {
    expect(given.SECRET_KEY).toBe('superset-superset-setup-flask/key');
    expect(config.match(/(SECRET_KEY|password|client_secret)\W+.*/gi)).toEqual([
      'SECRET_KEY = os.environ["SECRET_KEY"]',
      'password=os.environ["DATABASE_PASSWORD"],',
      'password=False)',
      'client_secret": os.environ["LOGIN_SECRET"],',
    ]);
    expect(given.LOGIN_SECRET).toBe('superset-keycloak-superset/clientSecret');
  });

  test('ask Keycloak inside the cluster who logs in, and are let through to it', () => {
    const { http, 'realm.name': realm } = beside(sample, keycloak).provides as never as Record<string, Plain>;
    const [, metadata] = config.match(/"server_metadata_url": "([^"]+)"/) ?? [];
    const address = `http://${at(http, 'host')}:${at(http, 'port')}/realms/${at(realm, 'value')}`;
    expect(metadata).toBe(`${address}/.well-known/openid-configuration`);
    expect(sample.app.network.connects.keycloak).toEqual([at(http, 'podPort')]);
    expect(sample.app.network.outside).toEqual([]);
  });

  test('are asked over HTTP whether they work, and start after the tables are there', () => {
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(container, `${probe}.httpGet`)).toEqual({ path: '/health', port: 'http' });
    expect(sample.app.dependsOn).toContain('superset-setup');
  });

  test('have a public name of their own, so that no other path lands there', () => {
    expect(at(sample.app.provides.public as never, 'host')).toBe(`superset.${sample.environment.domain}`);
  });
});

describe.each(await renderedSamplesOf(supersetSetup))('the setup on $name', (sample) => {
  const { manifests, app } = sample;
  const job = one(manifests, 'Job');

  test('runs to an end before the patience of the app does, with the same configuration', async () => {
    expect(Number(at(job, 'spec.activeDeadlineSeconds'))).toBeLessThan(app.patience);
    const [web] = await renderedSamplesOf(superset);
    expect(configOf(manifests)).toBe(configOf(web?.manifests ?? []));
  });

  test('connects Superset with the stores where they are, and keeps the password out of the file', () => {
    const data = one(manifests, 'ConfigMap').object.data as Record<string, string>;
    const sources = JSON.parse(data['sources.json'] ?? '') as { name: string; url: string }[];
    const [broker, coordinator] = [
      beside(sample, druid).provides.broker,
      beside(sample, trino).provides.http,
    ];
    expect(sources.map(({ url }) => url)).toEqual([
      `druid://admin@${at(broker as never, 'host')}:${at(broker as never, 'port')}/druid/v2/sql/`,
      `trino://superset@${at(coordinator as never, 'host')}:${at(coordinator as never, 'port')}/lakehouse`,
    ]);
    expect(variables(containers([job])[0]).DRUID_PASSWORD).toBe('superset-setup-druid-admin/password');
  });

  test('gives the local administrator a password from the store', () => {
    const { ADMIN_PASSWORD, SECRET_KEY } = variables(containers([job])[0]);
    expect([ADMIN_PASSWORD, SECRET_KEY]).toEqual([
      'superset-setup-admin/password',
      'superset-setup-flask/key',
    ]);
  });
});

test('a change of the configuration is another run of the setup', async () => {
  const [sample] = await bySize(supersetSetup);
  const name = async (change?: (values: Record<string, Plain>) => void) =>
    one((await rendered(sample as never, change)).manifests, 'Job').name;
  const now = await name();
  expect(now).toMatch(/^superset-setup-[0-9a-f]{10}$/);
  const changed = await name((values) =>
    Object.assign(at(values, 'files|superset_config.py') as object, { text: 'SECRET_KEY = "another"' }),
  );
  expect(changed).not.toBe(now);
});

test('only who administers the realm administers Superset', () => {
  const admins = Object.entries(rolesByClaim).filter(([, roles]) =>
    (roles as readonly string[]).includes('Admin'),
  );
  expect(admins.map(([claim]) => claim)).toEqual(['admin']);
});

test('a large environment has more web servers than a small one, each with room for its workers', async () => {
  const samples = await bySize(superset);
  expect(samples.map(({ app }) => app.values?.replicas)).toEqual([1, 2, 3]);
  for (const { app } of samples) {
    const workers = Number(at(app.values ?? {}, 'env.SERVER_WORKER_AMOUNT'));
    const memory = String(at(app.values ?? {}, 'resources.limits.memory'));
    const mebibytes = Number.parseFloat(memory) * (memory.endsWith('Gi') ? 1024 : 1);
    expect(mebibytes / workers).toBeGreaterThanOrEqual(640);
  }
});
