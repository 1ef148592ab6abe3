import { defineEnvironment } from '#generator';

export const prod = defineEnvironment({
  name: 'prod',
  description: 'The environment prod.',
  argocd: 'main',
  destination: { name: 'prod', kubernetesVersion: '1.34' },
  cloud: {
    kind: 'azure',
    region: 'West Europe',
    subscriptionId: 'mine',
    tenantId: '00000000-0000-4000-8000-000000000002',
    storageAccount: 'demo-files',
    vaultUrl: 'https://demo.vault.azure.net/secrets/',
    buckets: { files: 'prod--files' },
    identities: { web: 'web' },
  },
  domain: '*.example.org',
  size: 'small',
});
