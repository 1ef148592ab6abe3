import { basicAuth, database, defineApp, firstParty, role, setting } from '#generator';
import type { Values } from '../../schemas/charts/postgresql.gen.ts';
import { cloudnativePg } from '../operators/cloudnative-pg.ts';
import { databases, eachDatabase, secretOfOwner } from './databases.ts';

// Operators know the pods by these labels, whatever the chart says.
const pods = { 'cnpg.io/cluster': 'postgresql' };

const owners = Object.values(databases).map(
  (entry) => [secretOfOwner(entry), basicAuth(entry.name)] as const,
);

export const postgresql = defineApp({
  name: 'postgresql',
  description:
    'Relational store of all metadata: registry, segments of Druid, users, dashboards, Hive tables.',
  layer: 'stores',
  namespace: 'postgresql',
  seed: ['postgresql'],
  chart: firstParty('postgresql'),
  images: ['postgresql'],
  dependsOn: [cloudnativePg],
  secrets: Object.fromEntries(owners),
  keepsData: true,
  network: { pods, kubernetesApi: true, metrics: 9187 },
  provides: ({ endpoint, secret }) => ({
    server: endpoint('postgresql-rw', 5432),
    /** Where the operator asks each instance how it is, by the pod's address: no Service has this port. */
    status: endpoint('postgresql-r', 8000),
    /** Secret whose `ca.crt` signed the servers' certificate, for clients in the same namespace. */
    authority: setting('postgresql-ca'),
    databases: eachDatabase(({ name }) => database(name)),
    roles: eachDatabase((entry) => role(entry.name, secret(secretOfOwner(entry)))),
  }),
  values: ({ environment, image, secret }): Values => {
    const { bySize, size, cloud } = environment;
    return {
      image: image('postgresql').reference,
      initialDatabase: databases.obsrv.name,
      databases: Object.values(databases).map((entry) => ({
        name: entry.name,
        secret: secret(secretOfOwner(entry)).name,
        ...('extensions' in entry && { extensions: [...entry.extensions] }),
      })),
      instances: bySize({ small: 1, medium: 2, large: 3 }),
      // Three survive the loss of any one without losing a commit and without stopping; two cannot do both.
      ...(size !== 'small' && {
        synchronous: size === 'large' ? ('required' as const) : ('preferred' as const),
      }),
      storage: {
        ...bySize({
          small: { data: '10Gi', wal: '5Gi' },
          medium: { data: '20Gi', wal: '10Gi' },
          large: { data: '100Gi', wal: '20Gi' },
        }),
        ...(cloud.storageClass !== undefined && { class: cloud.storageClass }),
      },
      resources: bySize({
        small: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '1Gi' } },
        medium: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } },
        large: { requests: { cpu: '2', memory: '8Gi' }, limits: { memory: '8Gi' } },
      }),
      parameters: {
        ...bySize({
          small: { max_connections: '200', shared_buffers: '256MB' },
          medium: { max_connections: '300', shared_buffers: '512MB' },
          large: { max_connections: '400', shared_buffers: '2GB' },
        }),
        // Together below the volume for WAL, even while a replica is away.
        ...bySize({
          small: { max_wal_size: '1GB', max_slot_wal_keep_size: '2GB' },
          medium: { max_wal_size: '2GB', max_slot_wal_keep_size: '5GB' },
          large: { max_wal_size: '4GB', max_slot_wal_keep_size: '12GB' },
        }),
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
});
