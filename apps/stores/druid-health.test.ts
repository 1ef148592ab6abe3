import { type Case, judged, said } from '#testing';

const budget = (
  status: Record<string, unknown> | undefined,
  annotations: Record<string, string> | undefined = { 'health/pods': 'true' },
) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'druid-raw-historicals', generation: 2, ...(annotations && { annotations }) },
  status,
});

const counted = (currentHealthy: number, expectedPods: number, reason = 'SufficientPods') => ({
  observedGeneration: 2,
  currentHealthy,
  expectedPods,
  conditions: [{ type: 'DisruptionAllowed', status: reason === 'SufficientPods' ? 'True' : 'False', reason }],
});

const cases: readonly Case[] = [
  ['fresh', budget(undefined), said('Progressing', 'nobody has looked yet')],
  ['all pods are ready', budget(counted(2, 2)), said('Healthy', '2 of 2 pods are ready')],
  [
    'one is not, and the other may not go',
    budget(counted(1, 2, 'InsufficientPods')),
    said('Progressing', '1 of 2 pods are ready'),
  ],
  [
    'the only one is on no node',
    budget(counted(0, 1, 'InsufficientPods')),
    said('Progressing', '0 of 1 pods are ready'),
  ],
  [
    'the operator has made none yet',
    budget(counted(0, 0, 'InsufficientPods')),
    said('Progressing', '0 of 0 pods are ready'),
  ],
  ['a rollout has more than it keeps', budget(counted(3, 2)), said('Healthy', '3 of 2 pods are ready')],
  [
    'counted before the selector changed',
    budget({ ...counted(2, 2), observedGeneration: 1 }),
    said('Progressing', 'the status is about an older budget'),
  ],
  ['cannot be applied', budget(counted(0, 0, 'SyncFailed')), said('Degraded', 'SyncFailed')],
  [
    'of anybody else: pods that are not ready are not its concern',
    budget(counted(0, 1, 'InsufficientPods'), {}),
    said('Healthy', 'protects its pods'),
  ],
];

judged(
  'a budget that is asked to waits for the pods that it protects',
  'apps/health/policy_PodDisruptionBudget.lua',
  cases,
);
