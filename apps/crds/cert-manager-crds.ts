import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const certManagerCrds = defineApp({
  name: 'cert-manager-crds',
  description: 'Kinds of cert-manager: Certificate, Issuer and what they lead to.',
  layer: 'crds',
  namespace: 'default',
  seed: ['bootstrapper'],
  chart: upstream('cert-manager-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('cert-manager.io', 'acme.cert-manager.io') }),
});
