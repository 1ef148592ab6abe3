import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'gcp',
    region: 'europe-west4',
    project: 'demo-project',
    cluster: { name: 'dev', location: 'europe-west4' },
    buckets: { files: 'demo-dev-files' },
    identities: { vault: 'vault@demo-project.iam.gserviceaccount.com' },
  },
  domain: 'dev.example.org',
  size: 'small',
  secretPrefix: 'demo/dev/',
});
