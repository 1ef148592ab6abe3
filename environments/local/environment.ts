import { defineEnvironment } from '#generator';

export const local = defineEnvironment({
  name: 'local',
  description: 'On-premises or on a laptop: no cloud services, with an object store of its own.',
  // Goes when a cluster is there: until then nothing is deployed.
  sample: true,
  argocd: 'local',
  destination: { name: 'in-cluster', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    buckets: {
      storage: 'obsrv-storage',
      checkpoints: 'obsrv-checkpoints',
      backups: 'obsrv-backups',
      lakehouse: 'obsrv-lakehouse',
      logs: 'obsrv-logs',
    },
  },
  domain: 'obsrv.example.internal',
  size: 'small',
  alerts: {
    receivers: [
      {
        kind: 'email',
        to: ['operators@obsrv.example.internal'],
        from: 'alerts@obsrv.example.internal',
        relay: { host: 'mail.obsrv.example.internal', port: 25 },
      },
    ],
  },
  // Whoever is behind these asks for a login itself.
  unauthenticatedHosts: ['auth', 'console', 'grafana', 'superset'],
});
