import { defineEnvironment } from '#generator';

export const dev = defineEnvironment({
  name: 'dev',
  description: 'The environment dev.',
  argocd: 'main',
  destination: { name: 'dev', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'azure',
    region: 'westeurope',
    subscriptionId: '00000000-0000-4000-8000-000000000001',
    tenantId: '00000000-0000-4000-8000-000000000002',
    storageAccount: 'demo',
    vaultUrl: 'https://demo.vault.example.org',
    buckets: { files: 'files' },
    identities: { vault: '00000000-0000-4000-8000-000000000003' },
  },
  domain: 'dev.example.org',
  size: 'small',
  secretPrefix:
    'the-platform-of-the-whole-company-in-the-region-of-western-europe-for-every-team-that-is-still-on-the-way-to-somewhere-else-',
});
