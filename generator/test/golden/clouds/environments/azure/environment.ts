import { defineEnvironment } from '#generator';

export const azure = defineEnvironment({
  name: 'azure',
  description: 'The platform on Azure.',
  argocd: 'main',
  destination: { name: 'azure', kubernetesVersion: '1.33' },
  cloud: {
    kind: 'azure',
    region: 'centralindia',
    subscriptionId: '00000000-0000-4000-8000-000000000001',
    tenantId: '00000000-0000-4000-8000-000000000002',
    storageAccount: 'obsrvstorage',
    vaultUrl: 'https://obsrv.vault.azure.net',
    storageClass: 'managed-csi-premium',
    buckets: { storage: 'storage', checkpoints: 'checkpoints' },
    identities: {
      'secret-stores': '00000000-0000-4000-8000-000000000003',
      'dataset-api': '00000000-0000-4000-8000-000000000004',
      'unified-pipeline': '00000000-0000-4000-8000-000000000005',
    },
  },
  domain: 'azure.obsrv.example.org',
  size: 'medium',
  secretPrefix: 'obsrv-azure-',
});
