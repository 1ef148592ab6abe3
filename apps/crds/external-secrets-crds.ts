import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const externalSecretsCrds = defineApp({
  name: 'external-secrets-crds',
  description: 'Kinds of External Secrets: stores, secrets and generators.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('external-secrets-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('external-secrets.io', 'generators.external-secrets.io') }),
});
