import {
  basicAuth,
  type Cloud,
  database,
  defineApp,
  firstParty,
  role,
  type SecretDeclaration,
  setting,
} from '#generator';
import type { Values } from '../../schemas/charts/postgresql.gen.ts';
import { addressOf } from '../listing.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { barmanCloud } from '../operators/barman-cloud.ts';
import { cloudnativePg } from '../operators/cloudnative-pg.ts';
import { resourcesOf } from '../pods.ts';
import { databases, eachDatabase, programs, secretOf } from './databases.ts';
import { restorePostgresql } from './postgresql-restore.ts';

// Operators know the pods by these labels, whatever the chart says.
const pods = { 'cnpg.io/cluster': 'postgresql' };

const secrets: Readonly<Record<string, SecretDeclaration>> = Object.fromEntries([
  ...[...Object.values(databases), ...Object.values(programs)].map(
    (entry) => [secretOf(entry), basicAuth(entry.name)] as const,
  ),
  ['object-store', objectStoreSecrets['object-store']],
]);

const sizes = {
  small: {
    instance: { replicas: 1, cpu: '250m', memory: '1Gi', disk: '15Gi', data: '10Gi', wal: '5Gi' },
    backup: { replicas: 1, cpu: '20m', memory: '128Mi', memoryLimit: '512Mi' },
    backupDays: 7,
    connections: {
      obsrv: 10,
      pipeline: 40,
      dataset_api: 15,
      command_api: 5,
      web_console: 15,
      connectors: 10,
      druid_raw: 40,
      superset: 50,
      hms: 45,
      keycloak: 35,
    },
    parameters: {
      max_connections: '280',
      shared_buffers: '256MB',
      max_wal_size: '1GB',
      max_slot_wal_keep_size: '2GB',
    },
  },
  medium: {
    instance: { replicas: 2, cpu: '500m', memory: '2Gi', disk: '30Gi', data: '20Gi', wal: '10Gi' },
    backup: { replicas: 2, cpu: '50m', memory: '256Mi', memoryLimit: '512Mi' },
    backupDays: 14,
    connections: {
      obsrv: 20,
      pipeline: 60,
      dataset_api: 20,
      command_api: 10,
      web_console: 20,
      connectors: 20,
      druid_raw: 60,
      superset: 60,
      hms: 70,
      keycloak: 45,
    },
    parameters: {
      max_connections: '400',
      shared_buffers: '512MB',
      max_wal_size: '2GB',
      max_slot_wal_keep_size: '5GB',
    },
  },
  large: {
    instance: { replicas: 3, cpu: '2', memory: '8Gi', disk: '120Gi', data: '100Gi', wal: '20Gi' },
    backup: { replicas: 3, cpu: '100m', memory: '256Mi', memoryLimit: '1Gi' },
    backupDays: 30,
    connections: {
      obsrv: 20,
      pipeline: 120,
      dataset_api: 30,
      command_api: 15,
      web_console: 30,
      connectors: 30,
      druid_raw: 80,
      superset: 90,
      hms: 80,
      keycloak: 65,
    },
    parameters: {
      max_connections: '580',
      shared_buffers: '2GB',
      max_wal_size: '4GB',
      max_slot_wal_keep_size: '12GB',
    },
  },
};

export const postgresql = defineApp({
  name: 'postgresql',
  description:
    'Relational store of all metadata: registry, segments of Druid, users, dashboards, Hive tables.',
  layer: 'stores',
  namespace: 'postgresql',
  // Each instance answers Prometheus itself.
  seed: ['postgresql', 'postgresql-backup', 'postgresql-exporter'],
  chart: firstParty('postgresql'),
  images: ['postgresql'],
  dependsOn: [cloudnativePg, barmanCloud],
  secrets,
  keepsData: true,
  network: { pods, kubernetesApi: true, metrics: 9187 },
  provides: ({ endpoint, secret }) => ({
    server: endpoint('postgresql-rw', 5432),
    /** Where the operator asks each instance how it is, by the pod's address: no Service has this port. */
    status: endpoint('postgresql-r', 8000),
    /** Secret whose `ca.crt` signed the servers' certificate, for clients in the same namespace. */
    authority: setting('postgresql-ca'),
    databases: eachDatabase(({ name }) => database(name)),
    roles: {
      /** Owners of the databases. */
      ...eachDatabase((entry) => role(entry.name, secret(secretOf(entry)))),
      pipeline: role(programs.pipeline.name, secret(secretOf(programs.pipeline))),
      datasetApi: role(programs.datasetApi.name, secret(secretOf(programs.datasetApi))),
      commandApi: role(programs.commandApi.name, secret(secretOf(programs.commandApi))),
      webConsole: role(programs.webConsole.name, secret(secretOf(programs.webConsole))),
      connectors: role(programs.connectors.name, secret(secretOf(programs.connectors))),
    },
  }),
  sizes,
  values: ({ environment, size, image, bucket, secret }): Values => {
    const { cloud } = environment;
    const limits = new Map(Object.entries(size.connections));
    // For a database that nobody has thought about yet.
    const limitOf = (name: string): number => limits.get(name) ?? 10;
    const { instance, backup, backupDays, parameters } = size;
    return {
      image: image('postgresql').reference,
      initialDatabase: databases.obsrv.name,
      databases: Object.values(databases).map((entry) => ({
        name: entry.name,
        secret: secret(secretOf(entry)).name,
        connections: limitOf(entry.name),
        ...('extensions' in entry && { extensions: [...entry.extensions] }),
      })),
      programs: Object.values(programs).map((entry) => ({
        name: entry.name,
        secret: secret(secretOf(entry)).name,
        connections: limitOf(entry.name),
      })),
      instances: instance.replicas,
      // Three survive the loss of any one without losing a commit and without stopping; two cannot do both.
      ...(environment.size !== 'small' && {
        synchronous: environment.size === 'large' ? ('required' as const) : ('preferred' as const),
      }),
      storage: {
        data: instance.data,
        wal: instance.wal,
        ...(cloud.storageClass !== undefined && { class: cloud.storageClass }),
      },
      resources: resourcesOf(instance),
      backup: {
        path: `${addressOf(bucket('backups', 'read-write'), cloud)}/postgresql`,
        archive: 'postgresql',
        schedule: '0 0 1 * * *',
        days: backupDays,
        ...accessTo(cloud, () => secret('object-store').name),
        resources: resourcesOf(backup, backup.memoryLimit),
      },
      parameters: {
        ...parameters,
        password_encryption: 'scram-sha-256',
        // Slow statements and lock waits only: a log of every statement fills disks and shows what was in it.
        log_statement: 'none',
        log_min_duration_statement: '1s',
        log_lock_waits: 'on',
        log_temp_files: '10MB',
        // The operator preloads the library and makes the extension as soon as a setting of it is here.
        'pg_stat_statements.max': '10000',
      },
    };
  },
  restore: restorePostgresql,
});

/** Who the copies are made as: in a cloud, the identity of the app. */
function accessTo(cloud: Cloud, keys: () => string) {
  switch (cloud.kind) {
    case 'local':
      return { s3: { ...cloud.objectStore, secret: keys() } };
    case 'aws':
      return { aws: {} };
    case 'azure':
      return { azure: {} };
    case 'gcp':
      return { gcp: {} };
  }
}
