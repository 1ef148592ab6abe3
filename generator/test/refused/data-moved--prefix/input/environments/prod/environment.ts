import { defineEnvironment } from '#generator';

export const prod = defineEnvironment({
  name: 'prod',
  description: 'The environment prod.',
  argocd: 'main',
  destination: { name: 'prod', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'local',
    objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
    buckets: { files: 'prod-files' },
  },
  domain: 'prod.example.org',
  size: 'small',
  namespacePrefix: 'blue-',
  moved: { namespacePrefix: 'blue-', apps: { vault: { namespace: 'blue-vault' } } },
});
