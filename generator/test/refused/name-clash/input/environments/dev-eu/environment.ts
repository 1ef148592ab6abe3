import { defineEnvironment } from '#generator';

export const devEu = defineEnvironment({
  name: 'dev-eu',
  description: 'The environment dev-eu.',
  argocd: 'main',
  destination: { name: 'dev-eu', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
    buckets: { files: 'dev-files' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
