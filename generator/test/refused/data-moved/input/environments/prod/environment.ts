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
  moved: {
    destination: 'prod',
    argocd: 'main',
    root: 'argocd/demo-prod',
    buckets: { files: 'https://s3.example.org/prod-files' },
    apps: { db: { namespace: 'db', chart: 'service' } },
  },
});
