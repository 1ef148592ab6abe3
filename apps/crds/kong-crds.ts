import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const kongCrds = defineApp({
  name: 'kong-crds',
  description: 'Kinds of the gateway: plugins, and who calls.',
  layer: 'crds',
  namespace: 'default',
  seed: ['bootstrapper'],
  chart: upstream('kong-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('configuration.konghq.com') }),
});
