import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'aws',
    region: 'eu-west-1',
    accountId: '111111111111',
    buckets: { files: 'dev-files' },
    identities: { vault: 'none', web: 'arn:aws:iam::111111111111:role/web' },
  },
  domain: 'dev.example.org',
  size: 'small',
});
