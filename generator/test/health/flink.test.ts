import { type Case, judged, said } from '../../testing/health.ts';

const minutesAgo = (minutes: number): number => Date.now() - minutes * 60_000;

/** A job that runs; each case says what differs. `undefined` takes a field away. */
function deployment(
  changes: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
  spec: Record<string, unknown> = { job: { state: 'running', upgradeMode: 'savepoint' } },
) {
  return {
    apiVersion: 'flink.apache.org/v1beta1',
    kind: 'FlinkDeployment',
    metadata: { name: 'pipeline', generation: 3, ...metadata },
    spec,
    status: {
      lifecycleState: 'STABLE',
      observedGeneration: 3,
      jobManagerDeploymentStatus: 'READY',
      jobStatus: { state: 'RUNNING', jobId: '5d1f' },
      reconciliationStatus: { state: 'DEPLOYED', reconciliationTimestamp: minutesAgo(60) },
      ...changes,
    },
  };
}

const upgrading = (minutes: number, error?: string) => ({
  lifecycleState: 'UPGRADING',
  jobManagerDeploymentStatus: 'MISSING',
  jobStatus: { state: 'FINISHED' },
  reconciliationStatus: { state: 'UPGRADING', reconciliationTimestamp: minutesAgo(minutes) },
  error,
});

const cases: readonly Case[] = [
  ['fresh', { ...deployment(), status: undefined }, said('Progressing', 'not taken up by the operator')],
  [
    'created, and never deployed before',
    deployment({
      lifecycleState: 'CREATED',
      observedGeneration: undefined,
      jobManagerDeploymentStatus: 'MISSING',
      jobStatus: {},
    }),
    said('Progressing', 'CREATED, JobManager MISSING, job unknown'),
  ],
  [
    'starting',
    deployment({
      lifecycleState: 'DEPLOYED',
      jobManagerDeploymentStatus: 'DEPLOYING',
      jobStatus: { state: 'RECONCILING' },
    }),
    said('Progressing', 'DEPLOYED, JobManager DEPLOYING, job RECONCILING'),
  ],
  [
    'running, but not long enough to be trusted',
    deployment({ lifecycleState: 'DEPLOYED' }),
    said('Progressing', 'DEPLOYED, JobManager READY, job RUNNING'),
  ],
  ['running', deployment(), said('Healthy', 'running')],
  ['a session cluster, which has no job', deployment({ jobStatus: {} }, {}, {}), said('Healthy', 'running')],
  [
    'running, but of the spec before',
    deployment({ observedGeneration: 2 }),
    said('Progressing', 'the status is about an older spec'),
  ],
  [
    'failed, but of the spec before: the new one gets its chance',
    deployment({ lifecycleState: 'FAILED', observedGeneration: 2, error: 'old' }),
    said('Progressing', 'the status is about an older spec: old'),
  ],
  [
    'being upgraded: the old job ended with its savepoint',
    deployment(upgrading(1)),
    said('Progressing', 'UPGRADING, JobManager MISSING, job FINISHED'),
  ],
  [
    'an error on the way, which may pass',
    deployment(upgrading(1, 'the quota is used up')),
    said('Progressing', 'UPGRADING, JobManager MISSING, job FINISHED: the quota is used up'),
  ],
  [
    'an error on the way, and no step for ten minutes',
    deployment(upgrading(11, 'the quota is used up')),
    said('Degraded', 'the quota is used up'),
  ],
  [
    'no error, however long it takes: the gate has its own patience',
    deployment(upgrading(50)),
    said('Progressing', 'UPGRADING, JobManager MISSING, job FINISHED'),
  ],
  [
    'the JobManager is being brought back',
    deployment({ jobManagerDeploymentStatus: 'DEPLOYED_NOT_READY' }),
    said('Progressing', 'STABLE, JobManager DEPLOYED_NOT_READY, job RUNNING'),
  ],
  [
    'the job restarts by itself',
    deployment({ jobStatus: { state: 'RESTARTING' } }),
    said('Progressing', 'STABLE, JobManager READY, job RESTARTING'),
  ],
  [
    'failed for good',
    deployment({ lifecycleState: 'FAILED', error: 'Manual restore required.' }),
    said('Degraded', 'Manual restore required.'),
  ],
  [
    'refused before it was ever deployed',
    deployment({ lifecycleState: 'FAILED', observedGeneration: undefined, error: 'no such class' }),
    said('Degraded', 'no such class'),
  ],
  [
    'the JobManager cannot be made',
    deployment({ lifecycleState: 'DEPLOYED', jobManagerDeploymentStatus: 'ERROR' }),
    said('Degraded', 'the deployment failed'),
  ],
  [
    'rolled back',
    deployment({ lifecycleState: 'ROLLED_BACK' }),
    said('Degraded', 'rolled back to the last spec that ran'),
  ],
  ...['FAILED', 'CANCELED', 'FINISHED'].map(
    (state): Case => [
      `the job ended as ${state}`,
      deployment({ jobStatus: { state } }),
      said('Degraded', `the job ended as ${state}`),
    ],
  ),
  [
    'suspended by its spec',
    deployment({ lifecycleState: 'SUSPENDED', jobManagerDeploymentStatus: 'MISSING' }),
    said('Suspended', 'the spec suspends the job'),
  ],
  [
    'on its way out',
    deployment({}, { deletionTimestamp: '2026-01-01T00:00:00Z' }),
    said('Progressing', 'being deleted'),
  ],
];

judged(
  'a FlinkDeployment is healthy when its job runs',
  'generator/health/flink.apache.org_FlinkDeployment.lua',
  cases,
);
