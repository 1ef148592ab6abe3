import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34.2' },
  cloud: {
    kind: 'aws',
    region: 'europe-west4',
    accountId: '1111',
    buckets: { files: 'Dev_Files' },
    storageClass: 'GP3',
    identities: { web: 'web-role', db: 'arn:aws:iam::111111111111:user/db' },
  },
  domain: 'https://dev.example.org',
  size: 'small',
  registryMirror: 'https://mirror.example.org',
  imagePullSecrets: ['Mirror_Login'],
});
