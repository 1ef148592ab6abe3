import { defineEnvironment, override, resize } from '#generator';
import { db } from '../../apps/db.ts';

/** On azure, with an identity, a prefix for secrets and a value of its own. */
export const main = defineEnvironment({
  name: 'main',
  description: 'Serves the users.',
  argocd: 'central',
  promotesFrom: 'edge',
  destination: { name: 'far-away', kubernetesVersion: '1.35' },
  cloud: {
    kind: 'azure',
    region: 'westeurope',
    subscriptionId: '00000000-0000-4000-8000-000000000001',
    tenantId: '00000000-0000-4000-8000-000000000002',
    storageAccount: 'allfiles',
    vaultUrl: 'https://all.vault.example.org',
    entrance: { publicIp: 'way-in', resourceGroup: 'network' },
    buckets: { files: 'files' },
    identities: { db: '00000000-0000-4000-8000-000000000003', vault: 'none' },
  },
  domain: 'all.example.org',
  size: 'large',
  unauthenticatedHosts: ['@'],
  exposure: {
    route: {
      kind: 'ingress',
      class: 'nginx',
      annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
      tls: { issuer: 'letsencrypt' },
      authentication: { 'nginx.ingress.kubernetes.io/auth-url': 'https://login.all.example.org/check' },
    },
    caller: { namespace: 'ingress-nginx', pods: { 'app.kubernetes.io/name': 'ingress-nginx' } },
  },
  secretPrefix: 'main-',
  secretVersions: { 'db-owner': 2 },
  apps: { override: [override(db, { replicas: 5 })], resize: [resize(db, { db: { disk: '8Gi' } })] },
});
