import { defineApp, kinds, upstream } from '#generator';
import { definition } from '../cluster-kinds.ts';

export const prometheusOperatorCrds = defineApp({
  name: 'prometheus-operator-crds',
  description: 'Kinds of the Prometheus operator: monitors, rules and their like.',
  layer: 'crds',
  namespace: 'default',
  seed: ['bootstrapper'],
  chart: upstream('prometheus-operator-crds'),
  clusterKinds: [definition],
  provides: () => ({ kinds: kinds('monitoring.coreos.com') }),
  values: () => ({
    crds: {
      // Pruning a definition deletes every object of its kind.
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      },
    },
  }),
});
