import { defineEnvironment } from '#generator';

export const prod = defineEnvironment({
  name: 'prod',
  description: 'Serves the users.',
  // Goes when a cluster is there: until then nothing is deployed.
  sample: true,
  argocd: 'main',
  promotesFrom: 'staging',
  soak: '24h',
  destination: { name: 'prod', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'aws',
    region: 'ap-south-1',
    accountId: '333333333333',
    entrance: { allocationIds: ['eipalloc-33333333333333333'] },
    storageClass: 'gp3',
    buckets: {
      storage: 'obsrv-prod-333333333333-storage',
      checkpoints: 'obsrv-prod-333333333333-checkpoints',
      backups: 'obsrv-prod-333333333333-backups',
      lakehouse: 'obsrv-prod-333333333333-lakehouse',
      logs: 'obsrv-prod-333333333333-logs',
    },
    identities: {
      loki: 'arn:aws:iam::333333333333:role/obsrv-prod-loki',
      hms: 'arn:aws:iam::333333333333:role/obsrv-prod-hms',
      trino: 'arn:aws:iam::333333333333:role/obsrv-prod-trino',
      'secret-stores': 'arn:aws:iam::333333333333:role/obsrv-prod-secret-stores',
      'cache-indexer': 'arn:aws:iam::333333333333:role/obsrv-prod-cache-indexer',
      postgresql: 'arn:aws:iam::333333333333:role/obsrv-prod-postgresql',
      'lakehouse-connector': 'arn:aws:iam::333333333333:role/obsrv-prod-lakehouse-connector',
      'unified-pipeline': 'arn:aws:iam::333333333333:role/obsrv-prod-unified-pipeline',
      'valkey-denorm-backup': 'arn:aws:iam::333333333333:role/obsrv-prod-valkey-denorm-backup',
      druid: 'arn:aws:iam::333333333333:role/obsrv-prod-druid',
      'bucket-report': 'arn:aws:iam::333333333333:role/obsrv-prod-bucket-report',
      velero: 'arn:aws:iam::333333333333:role/obsrv-prod-velero',
      'dataset-api': 'arn:aws:iam::333333333333:role/obsrv-prod-dataset-api',
      'masterdata-indexer': 'arn:aws:iam::333333333333:role/obsrv-prod-masterdata-indexer',
      'event-archive': 'arn:aws:iam::333333333333:role/obsrv-prod-event-archive',
    },
  },
  domain: 'obsrv.example.org',
  size: 'large',
  alerts: {
    receivers: [{ kind: 'slack' }, { kind: 'pagerduty', severities: ['critical'] }],
    deadMansSwitch: true,
  },
  // Whoever is behind these asks for a login itself.
  unauthenticatedHosts: ['auth', 'console', 'grafana', 'superset'],
  secretPrefix: 'obsrv/prod/',
});
