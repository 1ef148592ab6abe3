import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment \ud83d.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: '\udc00' },
    buckets: { files: 'dev-files' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
