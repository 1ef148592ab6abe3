import { defineEnvironment } from '#generator';

export const local = defineEnvironment({
  name: 'local',
  description: 'On-premises or on a laptop: no cloud services, and an object store that speaks S3.',
  // Goes when a cluster is there: until then nothing is deployed.
  sample: true,
  argocd: 'local',
  destination: { name: 'in-cluster', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.internal', region: 'us-east-1' },
    buckets: {
      storage: 'obsrv-storage',
      checkpoints: 'obsrv-checkpoints',
      backups: 'obsrv-backups',
      lakehouse: 'obsrv-lakehouse',
    },
  },
  domain: 'obsrv.example.internal',
  size: 'small',
  // There is no gateway yet.
  exposure: 'none',
});
