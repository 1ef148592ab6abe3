import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import type { Manifest } from '../../../src/verify/manifest.ts';
import { all, at, containers, one, variables } from '../../support/objects.ts';
import { inEveryEnvironment, planOf, rendered, renderedWith } from '../../support/render.ts';

const app = 'dataset-api';
const renders = await inEveryEnvironment(app);
const environmentOf = (manifests: readonly Manifest[]) =>
  variables(containers([one(manifests, 'Deployment')])[0]);
const pod = (manifests: readonly Manifest[]) => at(one(manifests, 'Deployment'), 'spec.template');

describe.each(renders)('the API in %s', (environment, manifests) => {
  const given = environmentOf(manifests);

  test('checks rights, and no route leads to it from outside', () => {
    expect(given.is_rbac_enabled).toBe('true');
    expect(manifests.map(({ kind }) => kind).filter((kind) => /Ingress|Route|Kong/.test(kind))).toEqual([]);
    const callers = at(one(manifests, 'NetworkPolicy'), 'spec.ingress') as PlainObject[];
    expect(
      callers
        .slice(1)
        .map((rule) => at(rule, 'from.0.namespaceSelector.matchLabels|kubernetes.io/metadata.name')),
    ).toEqual(['monitoring']);
  });

  test('logs in to the database as the owner of the registry', () => {
    expect([given.postgres_username, given.postgres_database]).toEqual(['obsrv', 'obsrv']);
    expect(given.postgres_password).toBe('dataset-api-postgresql-obsrv/password');
  });

  test('has its credentials from Secrets, and no ConfigMap', () => {
    expect(all(manifests, 'ConfigMap')).toEqual([]);
    const secret = Object.entries(given).filter(([name]) =>
      /password|_key$|token|identity|credential/.test(name),
    );
    expect(secret.filter(([, value]) => !/^dataset-api-[a-z-]+\/\w+$/.test(value))).toEqual([]);
    expect(secret.map(([name]) => name)).toEqual(
      expect.arrayContaining(['postgres_password', 'encryption_key']),
    );
  });

  test('knows the object store of its cloud, by its identity where there is one', () => {
    const config = JSON.parse(String(given.cloud_storage_config));
    if (environment === 'local')
      expect(config).toEqual({
        identity: '$(storage_identity)',
        credential: '$(storage_credential)',
        region: 'local',
        endpoint: 'https://s3.example.internal',
        s3ForcePathStyle: true,
      });
    else expect(config).toEqual({ region: 'ap-south-1' });
    expect([given.cloud_storage_provider, given.cloud_storage_region]).toEqual(['aws', config.region]);
  });

  test('has an account, which the cloud knows where it has identities', () => {
    const account = one(manifests, 'ServiceAccount', app);
    const role = at(account, 'metadata.annotations|eks.amazonaws.com/role-arn');
    if (environment === 'local') expect(role).toBeUndefined();
    else expect(role).toMatch(/^arn:aws:iam::\d{12}:role\/obsrv-/);
  });

  test('makes no token and starts no Job: what it needs is there before it', () => {
    expect(manifests.filter(({ kind }) => kind.endsWith('Job'))).toEqual([]);
    const { dependsOn, wave } = planOf(app, environment);
    expect(dependsOn).toEqual(
      expect.arrayContaining(['postgresql-migration', 'kafka', 'valkey-dedup', 'valkey-denorm']),
    );
    for (const before of dependsOn) expect(planOf(before, environment).wave).toBeLessThan(wave);
  });

  test('offers the stores that there are, by one list', () => {
    expect(JSON.parse(String(given.storage_types))).toEqual({ lake_house: false, realtime_store: false });
    expect(given.druid_host).toBeUndefined();
  });

  test('is asked at the address that it has, with time to compile itself first', () => {
    const [container] = containers([one(manifests, 'Deployment')]);
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

const clouds: readonly (readonly [string, PlainObject, PlainObject])[] = [
  ['azure', { azure: { account: 'a', secret: 's' } }, { identity: 'a', credential: '$(storage_credential)' }],
  [
    'gcp',
    { gcp: { project: 'p', secret: 's' } },
    { identity: '$(storage_identity)', credential: '$(storage_credential)', projectId: 'p' },
  ],
];

test.each(clouds)(
  'on %s it has a key by Secret, and calls its cloud by the name that the API knows',
  async (cloud, where, config) => {
    const manifests = await renderedWith(app, 'prod', (values) =>
      Object.assign(values.storage as object, { in: where }),
    );
    const given = environmentOf(manifests);
    expect(given.cloud_storage_provider).toBe(cloud);
    expect(JSON.parse(String(given.cloud_storage_config))).toEqual(config);
    expect(given.storage_credential).toMatch(/^s\/\w+$/);
    expect(all(manifests, 'ServiceAccount')).toHaveLength(1);
  },
);

describe('the pods are new', () => {
  test.each([
    [
      'a setting',
      (values: PlainObject) => Object.assign(values.kafka as object, { telemetryTopic: 'other' }),
    ],
    ['a peer', (values: PlainObject) => Object.assign(values, { prometheus: { host: 'p', port: 9090 } })],
  ])('after a change of %s', async (_, change) => {
    expect(pod(await renderedWith(app, 'prod', change))).not.toEqual(pod(await rendered(app, 'prod')));
  });

  test('and not after a change of what they do not read', async () => {
    const network = (values: PlainObject) =>
      Object.assign(at(values, 'platform.network') as object, { open: [1] });
    expect(pod(await renderedWith(app, 'prod', network))).toEqual(pod(await rendered(app, 'prod')));
  });
});

test('Druid is offered as soon as it is there, with its login', async () => {
  const druid = {
    host: 'druid',
    port: 8888,
    user: 'api',
    password: { secret: 'dataset-api-druid', key: 'password' },
  };
  const given = environmentOf(await renderedWith(app, 'prod', (values) => Object.assign(values, { druid })));
  expect(JSON.parse(String(given.storage_types)).realtime_store).toBe(true);
  expect([given.druid_host, given.druid_password]).toEqual(['http://druid', 'dataset-api-druid/password']);
});

test.each(['encryption_key', 'grafana_token'])(
  'a value that nothing reads, as %s once was, is refused',
  async (key) => {
    const change = renderedWith(app, 'prod', (values) => Object.assign(values, { [key]: 'x' }));
    await expect(change).rejects.toThrow(key);
  },
);

test('a large environment has more copies than a small one', async () => {
  const copies = async (environment: string) =>
    at(one(await rendered(app, environment), 'Deployment'), 'spec.replicas');
  expect([await copies('dev'), await copies('staging'), await copies('prod')]).toEqual([1, 2, 3]);
});
