import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const cloudnativePgCrds = defineApp({
  name: 'cloudnative-pg-crds',
  description: 'Kinds of CloudNativePG: Cluster, Database and their like.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('cloudnative-pg-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('postgresql.cnpg.io') }),
});
