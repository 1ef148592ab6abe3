import { type Case, judged, said } from '../../testing/health.ts';

const image = 'ghcr.io/cloudnative-pg/postgresql:17.11-minimal-trixie';
const healthy = 'Cluster in healthy state';

function cluster(
  status: Record<string, unknown> | undefined,
  annotations: Record<string, string> | undefined = undefined,
) {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'postgresql', generation: 2, annotations },
    spec: { instances: 3, imageName: image },
    status: status && { phase: healthy, image, instances: 3, readyInstances: 3, ...status },
  };
}

const steps = [
  'Setting up primary',
  'Creating a new replica',
  'Waiting for the instances to become active',
  'Switchover in progress',
  'Failing over',
  'Applying configuration',
  'Upgrading cluster',
  'Cluster upgrade delayed',
  'Upgrading Postgres major version',
  'Primary instance is being restarted in-place',
  'Online upgrade in progress',
];
const stuck = [
  'Unable to create required cluster objects',
  'Invalid cluster definition',
  'Not enough disk space',
  'Cluster is unrecoverable and needs manual intervention',
  'Cluster has incomplete or invalid image catalog',
  'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
  'Cluster cannot proceed to reconciliation due to an error while interacting with plugins',
  'Cluster cannot execute instance online upgrade due to missing architecture binary',
];

const clusters: readonly Case[] = [
  ['fresh', cluster(undefined), said('Progressing', 'not reconciled yet')],
  ...steps.map((phase): Case => [phase, cluster({ phase }), said('Progressing', phase)]),
  ...stuck.map((phase): Case => [phase, cluster({ phase }), said('Degraded', phase)]),
  [
    'stuck, and it says why',
    cluster({ phase: 'Invalid cluster definition', phaseReason: 'the volume cannot shrink' }),
    said('Degraded', 'Invalid cluster definition: the volume cannot shrink'),
  ],
  ['well', cluster({}), said('Healthy', healthy)],
  ['well, and its reason is empty', cluster({ phaseReason: '' }), said('Healthy', healthy)],
  [
    'well, but with the image before',
    cluster({ image: 'ghcr.io/cloudnative-pg/postgresql:17.10-minimal-trixie' }),
    said('Progressing', 'waiting for another image'),
  ],
  [
    'well, but one is away',
    cluster({ readyInstances: 2 }),
    said('Progressing', '2 of 3 instances are ready'),
  ],
  [
    'well, but none is ready',
    cluster({ readyInstances: undefined }),
    said('Progressing', '0 of 3 instances are ready'),
  ],
  [
    'a supervised step waits for a person',
    cluster({ phase: 'Waiting for user action' }),
    said('Suspended', 'Waiting for user action'),
  ],
  [
    'hibernating',
    cluster({ readyInstances: 0 }, { 'cnpg.io/hibernation': 'on' }),
    said('Suspended', 'hibernating'),
  ],
  ['awake again', cluster({}, { 'cnpg.io/hibernation': 'off' }), said('Healthy', healthy)],
  [
    'left alone by the operator',
    cluster({}, { 'cnpg.io/reconciliationLoop': 'disabled' }),
    said('Suspended', 'reconciliation is switched off'),
  ],
];

/** One whose WAL goes to an object store. */
function archived(status: string | undefined, message?: string) {
  const condition = { type: 'ContinuousArchiving', status, ...(message && { message }) };
  const object = cluster({ conditions: [{ type: 'Ready', status: 'True' }, ...(status ? [condition] : [])] });
  const plugin = { name: 'barman-cloud.cloudnative-pg.io', isWALArchiver: true };
  return { ...object, spec: { ...object.spec, plugins: [plugin] } };
}

const archives: readonly Case[] = [
  ['well, and its WAL is archived', archived('True'), said('Healthy', healthy)],
  ['new', archived(undefined), said('Progressing', 'no WAL has been archived yet')],
  [
    'well, and its WAL piles up',
    archived('False', 'exit status 4'),
    said('Degraded', 'WAL is not archived: exit status 4'),
  ],
  [
    'well, with a plugin that archives nothing',
    { ...cluster({}), spec: { ...cluster({}).spec, plugins: [{ name: 'another' }] } },
    said('Healthy', healthy),
  ],
];

const store = (windows: Record<string, Record<string, string>> | undefined) => ({
  apiVersion: 'barmancloud.cnpg.io/v1',
  kind: 'ObjectStore',
  metadata: { name: 'postgresql', generation: 1 },
  spec: { configuration: { destinationPath: 's3://backups/postgresql' } },
  status: windows && { serverRecoveryWindow: windows },
});
const monday = '2026-01-05T01:00:00Z';
const tuesday = '2026-01-06T01:00:00Z';

const stores: readonly Case[] = [
  ['new', store(undefined), said('Progressing', 'no backup has been made yet')],
  ['asked by nobody', store({ postgresql: {} }), said('Progressing', 'no backup has been made yet')],
  [
    'with a backup',
    store({ postgresql: { lastSuccessfulBackupTime: monday } }),
    said('Healthy', 'can bring back postgresql'),
  ],
  [
    'with a backup after one that failed',
    store({ postgresql: { lastFailedBackupTime: monday, lastSuccessfulBackupTime: tuesday } }),
    said('Healthy', 'can bring back postgresql'),
  ],
  [
    'whose only backup failed',
    store({ postgresql: { lastFailedBackupTime: monday } }),
    said('Degraded', `the backup of postgresql at ${monday} failed; none has succeeded yet`),
  ],
  [
    'whose last backup failed',
    store({ postgresql: { lastSuccessfulBackupTime: monday, lastFailedBackupTime: tuesday } }),
    said('Degraded', `the backup of postgresql at ${tuesday} failed; the last good one is of ${monday}`),
  ],
];

const schedule = (status: Record<string, string> | undefined, spec: Record<string, unknown> = {}) => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'ScheduledBackup',
  metadata: { name: 'postgresql', generation: 1 },
  spec: { schedule: '0 0 1 * * *', immediate: true, ...spec },
  status,
});

const schedules: readonly Case[] = [
  ['new', schedule(undefined), said('Progressing', 'not scheduled yet')],
  ['seen, not begun', schedule({ lastCheckTime: monday }), said('Progressing', 'not scheduled yet')],
  [
    'begun',
    schedule({ lastCheckTime: monday, lastScheduleTime: monday, nextScheduleTime: tuesday }),
    said('Healthy', `the next one is due ${tuesday}`),
  ],
  [
    'waiting for its first time',
    schedule({ lastCheckTime: monday, nextScheduleTime: tuesday }, { immediate: false }),
    said('Healthy', `the next one is due ${tuesday}`),
  ],
  ['refused', schedule({ error: 'no such plugin' }), said('Degraded', 'no such plugin')],
  [
    'stopped',
    schedule({ lastCheckTime: monday }, { suspend: true }),
    said('Suspended', 'no backups are made'),
  ],
];

function inside(kind: string, status: Record<string, unknown> | undefined) {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind,
    metadata: { name: 'rows', generation: 2 },
    spec: { cluster: { name: 'postgresql' }, name: 'rows' },
    status,
  };
}

/** Databases and roles report alike. The operator writes the generation only when it has succeeded. */
const insides = (kind: string): readonly Case[] => [
  ['fresh', inside(kind, undefined), said('Progressing', 'not applied yet')],
  [
    'waiting for the cluster',
    inside(kind, { message: 'waiting for the primary' }),
    said('Progressing', 'waiting for the primary'),
  ],
  ['refused', inside(kind, { applied: false, message: 'no such role' }), said('Degraded', 'no such role')],
  ['refused without a word', inside(kind, { applied: false }), said('Degraded', 'not applied')],
  [
    'refused after it had been applied',
    inside(kind, { applied: false, observedGeneration: 1, message: 'no such role' }),
    said('Degraded', 'no such role'),
  ],
  [
    'applied before the last change',
    inside(kind, { applied: true, observedGeneration: 1 }),
    said('Progressing', 'applied, but not since the last change'),
  ],
  ['applied', inside(kind, { applied: true, observedGeneration: 2 }), said('Healthy', 'applied')],
];

judged(
  'a PostgreSQL cluster is healthy when all its instances are ready',
  'generator/health/postgresql.cnpg.io_Cluster.lua',
  [...clusters, ...archives],
);
judged(
  'an object store is healthy when it could bring a cluster back',
  'generator/health/barmancloud.cnpg.io_ObjectStore.lua',
  stores,
);
judged(
  'a schedule of backups is healthy when the operator has it on its list',
  'generator/health/postgresql.cnpg.io_ScheduledBackup.lua',
  schedules,
);
judged(
  'a database is healthy when it was applied',
  'generator/health/postgresql.cnpg.io_Database.lua',
  insides('Database'),
);
judged(
  'a role is healthy when it was applied',
  'generator/health/postgresql.cnpg.io_DatabaseRole.lua',
  insides('DatabaseRole'),
);
