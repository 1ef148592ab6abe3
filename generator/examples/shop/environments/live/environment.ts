import { defineEnvironment } from '#generator';
import { cluster, exposure } from '../cluster.ts';

export const live = defineEnvironment({
  name: 'live',
  description: 'Serves the customers.',
  sample: true,
  argocd: 'main',
  promotesFrom: 'test',
  soak: '1d',
  destination: { name: 'live', kubernetesVersion: '1.34' },
  cloud: cluster('shop-live-invoices'),
  domain: 'shop.example.com',
  size: 'large',
  exposure,
  unauthenticatedHosts: ['@'],
  existing: { secretStore: 'company', kinds: ['external-secrets.io', 'monitoring.coreos.com'] },
  secretPrefix: 'shop/live/',
});
