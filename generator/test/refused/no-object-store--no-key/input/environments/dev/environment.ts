import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    buckets: { files: 'dev-files' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
