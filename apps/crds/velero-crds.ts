import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const veleroCrds = defineApp({
  name: 'velero-crds',
  description: 'Kinds of Velero: Backup, Schedule, Restore and where they are kept.',
  layer: 'crds',
  namespace: 'default',
  optional: true,
  chart: upstream('velero-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('velero.io') }),
});
