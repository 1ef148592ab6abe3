import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { all, at, one, quantity } from '../../support/objects.ts';
import {
  appsIn,
  environments,
  inEveryEnvironment,
  planOf,
  rendered,
  renderedWith,
  valuesOf,
} from '../../support/render.ts';

const renders = await inEveryEnvironment('postgresql');

describe.each(renders)('PostgreSQL in %s', (environment, manifests) => {
  const cluster = one(manifests, 'Cluster');
  const parameters = at(cluster, 'spec.postgresql.parameters') as Record<string, string>;
  const databases = all(manifests, 'Database');
  const roles = all(manifests, 'DatabaseRole');

  test('has an owner for every database, who is no superuser and owns no other', () => {
    const rights = ['superuser', 'createdb', 'createrole', 'replication', 'bypassrls'];
    for (const role of roles)
      expect(rights.map((right) => at(role, `spec.${right}`))).toEqual(rights.map(() => false));
    const owners = databases.map((database) => at(database, 'spec.owner'));
    expect(owners).toEqual(databases.map((database) => at(database, 'spec.name')));
    expect(owners).toEqual(roles.map((role) => at(role, 'spec.name')));
    expect(owners).toEqual(expect.arrayContaining(['obsrv', 'druid_raw', 'superset', 'hms', 'keycloak']));
  });

  test('lets nobody in as its superuser, and no app asks for one', () => {
    expect(at(cluster, 'spec.enableSuperuserAccess')).toBe(false);
    const users = appsIn(environment)
      .filter((app) => planOf(app, environment).chart.kind === 'first-party')
      .flatMap((app) => at(valuesOf(app, environment), 'database.user') ?? []);
    expect(users).toEqual(['obsrv', 'obsrv']);
  });

  test('logs what is slow, and never what was said', () => {
    expect(parameters.log_statement).toBe('none');
    expect(parameters.log_min_duration_statement).toBe('1s');
    expect(
      Object.keys(parameters).filter((key) => /logging_collector|log_directory|log_filename/.test(key)),
    ).toEqual([]);
  });

  test('leaves the list of preloaded libraries to the operator, which puts it together', () => {
    expect(parameters).not.toHaveProperty('shared_preload_libraries');
    expect(at(cluster, 'spec.postgresql.shared_preload_libraries')).toBeUndefined();
    expect(parameters).toHaveProperty(['pg_stat_statements.max']);
  });

  test('has memory for what it is told to keep, and as much as it may use', () => {
    const memory = quantity(at(cluster, 'spec.resources.limits.memory'));
    expect(quantity(at(cluster, 'spec.resources.requests.memory'))).toBe(memory);
    expect(memory).toBeGreaterThanOrEqual(quantity('1Gi'));
    expect(quantity(parameters.shared_buffers)).toBeLessThanOrEqual(memory / 4);
  });

  test('keeps its write-ahead log on a volume of its own, and below its size', () => {
    const volume = quantity(at(cluster, 'spec.walStorage.size'));
    expect(quantity(parameters.max_wal_size) + quantity(parameters.max_slot_wal_keep_size)).toBeLessThan(
      volume,
    );
  });

  test('takes the storage class of its cloud for both volumes', () => {
    const expected = environment === 'local' ? undefined : 'gp3';
    expect(at(cluster, 'spec.storage.storageClass')).toBe(expected);
    expect(at(cluster, 'spec.walStorage.storageClass')).toBe(expected);
  });

  test('keeps cluster, databases and roles when they leave git', () => {
    for (const { annotations } of [cluster, ...databases, ...roles])
      expect(annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false');
    expect(databases.map((each) => at(each, 'spec.databaseReclaimPolicy'))).toEqual(
      databases.map(() => 'retain'),
    );
    expect(roles.map((each) => at(each, 'spec.databaseRoleReclaimPolicy'))).toEqual(
      roles.map(() => 'retain'),
    );
  });

  test('survives the loss of an instance where it has another one, and is not drained away', () => {
    const instances = Number(at(cluster, 'spec.instances'));
    expect(at(cluster, 'spec.enablePDB')).toBe(instances > 1);
    const spread = at(cluster, 'spec.topologySpreadConstraints.0.whenUnsatisfiable');
    expect(spread).toBe(instances > 1 ? 'DoNotSchedule' : undefined);
    expect(at(cluster, 'spec.postgresql.synchronous.number')).toBe(instances > 1 ? 1 : undefined);
  });

  test('learns of a new password: its Secrets carry the label that the operator watches', () => {
    const secrets = all(manifests, 'ExternalSecret');
    expect(secrets.map(({ name }) => name).sort()).toEqual(
      roles.map((role) => String(at(role, 'spec.passwordSecret.name'))).sort(),
    );
    for (const secret of secrets)
      expect(at(secret, 'spec.target.template.metadata.labels')).toEqual({ 'cnpg.io/reload': 'true' });
  });

  test('is reached by those who read it, its operator and Prometheus, each on its port', () => {
    const rules = at(one(manifests, 'NetworkPolicy'), 'spec.ingress') as PlainObject[];
    const callers = rules
      .slice(1)
      .map((rule) => [
        at(rule, 'from.0.namespaceSelector.matchLabels|kubernetes.io/metadata.name'),
        (rule.ports as PlainObject[]).map(({ port }) => port),
      ]);
    expect(callers).toEqual([
      ['dataset-api', [5432]],
      ['flink', [5432]],
      ['monitoring', [9187]],
      ['postgresql', [5432, 8000]],
      ['postgresql', [5432]],
    ]);
  });
});

test('a database that is added later is made, without a change to the cluster', async () => {
  const now = await rendered('postgresql', 'prod');
  const more = await renderedWith('postgresql', 'prod', (values) =>
    (values.databases as PlainObject[]).push({ name: 'later', secret: 'postgresql-later' }),
  );
  expect(one(more, 'Cluster').object).toEqual(one(now, 'Cluster').object);
  expect(at(one(more, 'Database', 'later'), 'spec.owner')).toBe('later');
  expect(at(one(more, 'DatabaseRole', 'later'), 'spec.passwordSecret.name')).toBe('postgresql-later');
});

test('a cluster whose first database is none of its databases is refused', async () => {
  const change = renderedWith('postgresql', 'prod', (values) =>
    Object.assign(values, { initialDatabase: 'nobodys' }),
  );
  await expect(change).rejects.toThrow('nobodys is not one of the databases');
});

test('a large environment has more instances, memory and room than a small one', async () => {
  const sizes = await Promise.all(
    ['dev', 'staging', 'prod'].map(async (environment) => {
      const cluster = one(await rendered('postgresql', environment), 'Cluster');
      return ['instances', 'resources.limits.memory', 'storage.size'].map((path) =>
        quantity(at(cluster, `spec.${path}`)),
      );
    }),
  );
  const [small, medium, large] = sizes as [number[], number[], number[]];
  for (const i of [0, 1, 2]) {
    expect(medium[i]).toBeGreaterThan(Number(small[i]));
    expect(large[i]).toBeGreaterThan(Number(medium[i]));
  }
});

test.each(environments)(
  '%s runs an image that is made for its operator, of one exact version',
  (environment) => {
    expect(planOf('postgresql', environment).images.postgresql).toMatch(
      /^ghcr\.io\/cloudnative-pg\/postgresql:17\.\d+-minimal-trixie(@sha256:[0-9a-f]{64})?$/,
    );
  },
);
