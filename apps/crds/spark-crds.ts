import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const sparkCrds = defineApp({
  name: 'spark-crds',
  description: 'Kinds of the Spark operator: SparkApplication and its like.',
  layer: 'crds',
  namespace: 'default',
  optional: true,
  chart: upstream('spark-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('sparkoperator.k8s.io') }),
});
