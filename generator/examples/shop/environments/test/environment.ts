import { defineEnvironment } from '#generator';
import { cluster, exposure } from '../cluster.ts';

export const test = defineEnvironment({
  name: 'test',
  description: 'Where every change lands first.',
  sample: true,
  argocd: 'main',
  destination: { name: 'test', kubernetesVersion: '1.34' },
  cloud: cluster('shop-test-invoices'),
  domain: 'test.shop.example.com',
  size: 'small',
  exposure,
  unauthenticatedHosts: ['@'],
  existing: { secretStore: 'company', kinds: ['external-secrets.io', 'monitoring.coreos.com'] },
  secretPrefix: 'shop/test/',
});
