import { defineEnvironment } from '#generator';

export const generated = defineEnvironment({
  name: 'generated',
  description: 'The environment generated.',
  argocd: 'main',
  destination: { name: 'generated', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
    buckets: { files: 'dev-files' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
