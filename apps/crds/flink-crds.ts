import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const flinkCrds = defineApp({
  name: 'flink-crds',
  description: 'Kinds of the Flink operator: FlinkDeployment and its like.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('flink-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('flink.apache.org') }),
});
