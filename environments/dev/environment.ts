import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'Where every change lands first.',
  // Goes when a cluster is there: until then nothing is deployed.
  sample: true,
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'aws',
    region: 'ap-south-1',
    accountId: '111111111111',
    entrance: { allocationIds: ['eipalloc-11111111111111111'] },
    storageClass: 'gp3',
    buckets: {
      storage: 'obsrv-dev-111111111111-storage',
      checkpoints: 'obsrv-dev-111111111111-checkpoints',
      backups: 'obsrv-dev-111111111111-backups',
      lakehouse: 'obsrv-dev-111111111111-lakehouse',
      logs: 'obsrv-dev-111111111111-logs',
    },
    identities: {
      loki: 'arn:aws:iam::111111111111:role/obsrv-dev-loki',
      hms: 'arn:aws:iam::111111111111:role/obsrv-dev-hms',
      trino: 'arn:aws:iam::111111111111:role/obsrv-dev-trino',
      'secret-stores': 'arn:aws:iam::111111111111:role/obsrv-dev-secret-stores',
      'cache-indexer': 'arn:aws:iam::111111111111:role/obsrv-dev-cache-indexer',
      postgresql: 'arn:aws:iam::111111111111:role/obsrv-dev-postgresql',
      'lakehouse-connector': 'arn:aws:iam::111111111111:role/obsrv-dev-lakehouse-connector',
      'unified-pipeline': 'arn:aws:iam::111111111111:role/obsrv-dev-unified-pipeline',
      'valkey-denorm-backup': 'arn:aws:iam::111111111111:role/obsrv-dev-valkey-denorm-backup',
      druid: 'arn:aws:iam::111111111111:role/obsrv-dev-druid',
      'bucket-report': 'arn:aws:iam::111111111111:role/obsrv-dev-bucket-report',
      velero: 'arn:aws:iam::111111111111:role/obsrv-dev-velero',
      'dataset-api': 'arn:aws:iam::111111111111:role/obsrv-dev-dataset-api',
      'masterdata-indexer': 'arn:aws:iam::111111111111:role/obsrv-dev-masterdata-indexer',
      'event-archive': 'arn:aws:iam::111111111111:role/obsrv-dev-event-archive',
    },
  },
  domain: 'dev.obsrv.example.org',
  size: 'small',
  alerts: { receivers: [{ kind: 'slack' }] },
  // Whoever is behind these asks for a login itself.
  unauthenticatedHosts: ['auth', 'console', 'grafana', 'superset'],
  secretPrefix: 'obsrv/dev/',
});
