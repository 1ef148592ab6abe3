import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const druidCrds = defineApp({
  name: 'druid-crds',
  description: 'Kinds of the Druid operator: Druid and DruidIngestion.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('druid-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('druid.apache.org') }),
});
