import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  formerly: ['test', 'prod'],
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
    buckets: { files: 'dev-files' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
