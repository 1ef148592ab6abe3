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
  clusters,
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
