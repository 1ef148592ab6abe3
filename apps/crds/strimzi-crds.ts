import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const strimziCrds = defineApp({
  name: 'strimzi-crds',
  description: 'Kinds of Strimzi: Kafka, KafkaTopic, KafkaUser and their like.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('strimzi-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('kafka.strimzi.io', 'core.strimzi.io') }),
});
