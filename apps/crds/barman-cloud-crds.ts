import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const barmanCloudCrds = defineApp({
  name: 'barman-cloud-crds',
  description: 'The kind of the Barman Cloud plugin: ObjectStore.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('barman-cloud-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('barmancloud.cnpg.io') }),
});
