import { defineEnvironment } from '#generator';

export const staging = defineEnvironment({
  name: 'staging',
  description: 'Shaped like prod; where a release proves itself.',
  // Goes when a cluster is there: until then nothing is deployed.
  sample: true,
  argocd: 'main',
  promotesFrom: 'dev',
  soak: '4h',
  destination: { name: 'staging', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'aws',
    region: 'ap-south-1',
    accountId: '222222222222',
    entrance: { allocationIds: ['eipalloc-22222222222222222'] },
    storageClass: 'gp3',
    buckets: {
      storage: 'obsrv-staging-222222222222-storage',
      checkpoints: 'obsrv-staging-222222222222-checkpoints',
      backups: 'obsrv-staging-222222222222-backups',
      lakehouse: 'obsrv-staging-222222222222-lakehouse',
      logs: 'obsrv-staging-222222222222-logs',
    },
    identities: {
      loki: 'arn:aws:iam::222222222222:role/obsrv-staging-loki',
      hms: 'arn:aws:iam::222222222222:role/obsrv-staging-hms',
      trino: 'arn:aws:iam::222222222222:role/obsrv-staging-trino',
      'secret-stores': 'arn:aws:iam::222222222222:role/obsrv-staging-secret-stores',
      'cache-indexer': 'arn:aws:iam::222222222222:role/obsrv-staging-cache-indexer',
      postgresql: 'arn:aws:iam::222222222222:role/obsrv-staging-postgresql',
      'lakehouse-connector': 'arn:aws:iam::222222222222:role/obsrv-staging-lakehouse-connector',
      'unified-pipeline': 'arn:aws:iam::222222222222:role/obsrv-staging-unified-pipeline',
      'valkey-denorm-backup': 'arn:aws:iam::222222222222:role/obsrv-staging-valkey-denorm-backup',
      druid: 'arn:aws:iam::222222222222:role/obsrv-staging-druid',
      'bucket-report': 'arn:aws:iam::222222222222:role/obsrv-staging-bucket-report',
      velero: 'arn:aws:iam::222222222222:role/obsrv-staging-velero',
      'dataset-api': 'arn:aws:iam::222222222222:role/obsrv-staging-dataset-api',
      'masterdata-indexer': 'arn:aws:iam::222222222222:role/obsrv-staging-masterdata-indexer',
      'event-archive': 'arn:aws:iam::222222222222:role/obsrv-staging-event-archive',
    },
  },
  domain: 'staging.obsrv.example.org',
  size: 'medium',
  alerts: { receivers: [{ kind: 'slack' }] },
  // Whoever is behind these asks for a login itself.
  unauthenticatedHosts: ['auth', 'console', 'grafana', 'superset'],
  secretPrefix: 'obsrv/staging/',
});
