import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/alert-rules.gen.ts';
import { prometheusOperatorCrds } from '../crds/prometheus-operator-crds.ts';
import { alertGroups } from './alerts/index.ts';
import { rulesOf } from './alerts/rules.ts';

export const alertRules = defineApp({
  name: 'alert-rules',
  description: 'Says what is wrong, of which app, how bad it is, and what to do.',
  layer: 'operations',
  namespace: 'monitoring',
  optional: true,
  seed: ['alert-rules', 'system-rules-ingestor'],
  chart: firstParty('alert-rules'),
  dependsOn: [prometheusOperatorCrds],
  values: ({ environment }): Values => ({
    groups: alertGroups(environment.name)
      .filter(({ app }) => app === undefined || environment.has(app))
      .map(rulesOf),
  }),
});
