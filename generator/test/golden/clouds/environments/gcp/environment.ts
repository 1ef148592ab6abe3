import { defineEnvironment } from '#generator';

export const gcp = defineEnvironment({
  name: 'gcp',
  description: 'The platform on Google Cloud, beside others on one cluster.',
  argocd: 'main',
  destination: { name: 'gcp', kubernetesVersion: '1.35' },
  cloud: {
    kind: 'gcp',
    region: 'asia-south1',
    project: 'obsrv-example',
    cluster: { name: 'obsrv', location: 'asia-south1' },
    storageClass: 'premium-rwo',
    buckets: { storage: 'obsrv-example-storage', checkpoints: 'obsrv-example-checkpoints' },
    identities: {
      'secret-stores': 'secret-stores@obsrv-example.iam.gserviceaccount.com',
      'unified-pipeline': 'unified-pipeline@obsrv-example.iam.gserviceaccount.com',
    },
  },
  domain: 'gcp.obsrv.example.org',
  size: 'large',
  secretPrefix: 'obsrv-gcp-',
  namespacePrefix: 'obsrv-',
});
