import { describe, expect, test } from 'vitest';
import { all, at, bySize, one, type Plain, quantity, rendered, renderedSamplesOf } from '#testing';
import { postgresql } from './postgresql.ts';

describe.each(await renderedSamplesOf(postgresql))(
  'PostgreSQL on $name',
  ({ app, environment, manifests }) => {
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
      expect(roles.map((role) => at(role, 'spec.name'))).toEqual([
        ...owners,
        ...['pipeline', 'dataset_api', 'command_api', 'web_console', 'connectors'],
      ]);
      expect(owners).toEqual(expect.arrayContaining(['obsrv', 'druid_raw', 'superset', 'hms', 'keycloak']));
    });

    test('gives each login some of its connections, and keeps enough for itself', () => {
      const limits = roles.map((role) => Number(at(role, 'spec.connectionLimit')));
      expect(Math.min(...limits)).toBeGreaterThan(0);
      // Three for superusers, and ten for replicas, backups, metrics and the operator.
      const total = limits.reduce((sum, limit) => sum + limit, 0);
      expect(total + 13).toBeLessThanOrEqual(Number(parameters.max_connections));
    });

    test('lets nobody in as its superuser', () => {
      expect(at(cluster, 'spec.enableSuperuserAccess')).toBe(false);
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
      expect(at(cluster, 'spec.storage.storageClass')).toBe(environment.cloud.storageClass);
      expect(at(cluster, 'spec.walStorage.storageClass')).toBe(environment.cloud.storageClass);
    });

    test('keeps cluster, databases and roles when they leave Git', () => {
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
      const secrets = all(manifests, 'ExternalSecret').filter(
        ({ name }) => name !== 'postgresql-object-store',
      );
      expect(secrets.map(({ name }) => name).sort()).toEqual(
        roles.map((role) => String(at(role, 'spec.passwordSecret.name'))).sort(),
      );
      for (const secret of secrets)
        expect(at(secret, 'spec.target.template.metadata.labels')).toEqual({ 'cnpg.io/reload': 'true' });
    });

    test('copies itself and its WAL to the bucket for backups, as its own identity', () => {
      expect(app.buckets).toEqual({ backups: 'read-write' });
      const store = one(manifests, 'ObjectStore');
      const configuration = at(store, 'spec.configuration') as Record<string, Plain>;
      expect(configuration.destinationPath).toBe(places[environment.cloud.kind]);
      const { wal, data, destinationPath: _, ...access } = configuration;
      expect([at(wal, 'compression'), at(data, 'compression')]).toEqual(['gzip', 'gzip']);
      const { cloud } = environment;
      expect(access).toEqual({
        ...accesses[cloud.kind],
        ...(cloud.kind === 'local' && { endpointURL: cloud.objectStore.endpoint }),
      });
      const [account] = all(manifests, 'ServiceAccount');
      expect([account?.name, at(cluster, 'spec.serviceAccountName')]).toEqual(['postgresql', 'postgresql']);
      // Azure's webhook looks for a label of the pod.
      expect(at(cluster, 'spec.inheritedMetadata.labels')).toEqual(
        account?.annotations['azure.workload.identity/client-id'] && {
          'azure.workload.identity/use': 'true',
        },
      );
    });

    test('is copied every night, the first time at once, and can go back as far as its size says', () => {
      const [store, schedule] = [one(manifests, 'ObjectStore'), one(manifests, 'ScheduledBackup')];
      expect(at(schedule, 'spec.immediate')).toBe(true);
      expect(at(schedule, 'spec.method')).toBe('plugin');
      expect(at(schedule, 'spec.cluster.name')).toBe(cluster.name);
      // Six fields: the first are the seconds, which cron does not have.
      expect(at(schedule, 'spec.schedule')).toBe('0 0 1 * * *');
      expect(at(store, 'spec.retentionPolicy')).toBe(
        { small: '7d', medium: '14d', large: '30d' }[environment.size],
      );
      expect(at(cluster, 'spec.plugins')).toEqual([
        {
          name: 'barman-cloud.cloudnative-pg.io',
          isWALArchiver: true,
          parameters: { barmanObjectName: store.name, serverName: store.name },
        },
      ]);
    });

    test('is reached by those who read it, its operator and Prometheus, each on its port', () => {
      const callers = environment.apps.filter(({ network }) => network.connects[app.name] !== undefined);
      expect(Object.keys(app.network.admits)).toEqual(callers.map(({ name }) => name));
      const ports = new Set(app.network.ingress.flatMap((peer) => peer.ports));
      expect([...ports].sort()).toEqual([5432, 8000, 9187]);
      expect(app.network.open).toEqual([]);
    });

    test('runs an image that is made for its operator, of one exact version', () => {
      expect(app.images.postgresql?.reference).toMatch(
        /^ghcr\.io\/cloudnative-pg\/postgresql:17\.\d+-minimal-trixie(@sha256:[0-9a-f]{64})?$/,
      );
    });
  },
);

const places: Record<string, string> = {
  aws: 's3://sample-aws-backups/postgresql',
  azure: 'https://sample.blob.core.windows.net/sample-azure-backups/postgresql',
  gcp: 'gs://sample-gcp-backups/postgresql',
  local: 's3://sample-local-backups/postgresql',
};
const key = (name: string) => ({ name: 'postgresql-object-store', key: name });
/** How the plugin gets to the object store, by the kind of cloud: with a key only where nobody knows an identity. */
const accesses: Record<string, object> = {
  aws: { s3Credentials: { inheritFromIAMRole: true } },
  azure: { azureCredentials: { useDefaultAzureCredentials: true } },
  gcp: { googleCredentials: { gkeEnvironment: true } },
  local: {
    s3Credentials: { accessKeyId: key('accessKey'), secretAccessKey: key('secretKey') },
  },
};

const [small, medium, large] = await bySize(postgresql);
const changed = async (change?: (values: Record<string, Plain>) => void) =>
  (await rendered(large as never, change)).manifests;

test('a database that is added later is made, without a change to the cluster', async () => {
  const now = await changed();
  const more = await changed((values) =>
    (values.databases as Plain[]).push({ name: 'later', secret: 'postgresql-later', connections: 5 }),
  );
  expect(one(more, 'Cluster').object).toEqual(one(now, 'Cluster').object);
  expect(at(one(more, 'Database', 'later'), 'spec.owner')).toBe('later');
  expect(at(one(more, 'DatabaseRole', 'later'), 'spec.passwordSecret.name')).toBe('postgresql-later');
});

test('a cluster whose first database is none of its databases is refused', async () => {
  const change = changed((values) => Object.assign(values, { initialDatabase: 'nobodys' }));
  await expect(change).rejects.toThrow('nobodys is not one of the databases');
});

describe('a cluster that is brought back', () => {
  const brought = (recovery: Record<string, Plain>, archive: string) =>
    changed((values) =>
      Object.assign(values, { recovery, backup: { ...(values.backup as object), archive } as Plain }),
    );

  test('comes from the old archive, up to a moment, and writes to a new one', async () => {
    const manifests = await brought({ archive: 'postgresql', until: '2026-01-05T12:00:00Z' }, 'postgresql-2');
    const cluster = one(manifests, 'Cluster');
    expect(at(cluster, 'spec.bootstrap')).toEqual({
      recovery: {
        source: 'archive',
        recoveryTarget: { targetTime: '2026-01-05T12:00:00Z' },
        database: 'obsrv',
        owner: 'obsrv',
        secret: { name: 'postgresql-obsrv' },
      },
    });
    const parameters = (archive: string) => ({ barmanObjectName: 'postgresql-2', serverName: archive });
    expect(at(cluster, 'spec.externalClusters.0.plugin.parameters')).toEqual(parameters('postgresql'));
    expect(at(cluster, 'spec.plugins.0.parameters')).toEqual(parameters('postgresql-2'));
    // A schedule of another name begins with a backup.
    expect(one(manifests, 'ScheduledBackup').name).toBe('postgresql-2');
    expect(one(manifests, 'ObjectStore').name).toBe('postgresql-2');
  });

  test('never writes over what it is made from', async () => {
    await expect(brought({ archive: 'postgresql' }, 'postgresql')).rejects.toThrow(
      'recovery.archive and backup.archive are both postgresql',
    );
  });

  test('comes up to a moment in UTC, and not in a time zone that one has to guess', async () => {
    const change = brought({ archive: 'postgresql', until: '2026-01-05 12:00' }, 'postgresql-2');
    await expect(change).rejects.toThrow('until');
  });
});

test('a large environment has more instances, memory and room than a small one', async () => {
  const sizes = await Promise.all(
    [small, medium, large].map(async (sample) => {
      const cluster = one((await rendered(sample as never)).manifests, 'Cluster');
      return ['instances', 'resources.limits.memory', 'storage.size'].map((path) =>
        quantity(at(cluster, `spec.${path}`)),
      );
    }),
  );
  for (const i of [0, 1, 2]) {
    expect(sizes[1]?.[i]).toBeGreaterThan(Number(sizes[0]?.[i]));
    expect(sizes[2]?.[i]).toBeGreaterThan(Number(sizes[1]?.[i]));
  }
});
