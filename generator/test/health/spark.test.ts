import { type Case, judged, said } from '../../testing/health.ts';

function scheduled(status: unknown, spec: Record<string, unknown> = { schedule: '30 5 * * *' }) {
  return {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'ScheduledSparkApplication',
    metadata: { name: 'indexer', generation: 1 },
    spec,
    status,
  };
}

const schedules: readonly Case[] = [
  ['fresh', scheduled(undefined), said('Progressing', 'not taken up by the operator')],
  [
    'seen, without a next run',
    scheduled({ scheduleState: 'Scheduled' }),
    said('Progressing', 'not taken up by the operator'),
  ],
  [
    'scheduled',
    scheduled({ scheduleState: 'Scheduled', nextRun: '2026-11-27T05:30:00Z' }),
    said('Healthy', 'next run at 2026-11-27T05:30:00Z'),
  ],
  [
    'scheduled, after a run that failed',
    scheduled({
      scheduleState: 'Scheduled',
      nextRun: '2026-11-28T05:30:00Z',
      lastRunName: 'indexer-1',
      pastFailedRunNames: ['indexer-1'],
    }),
    said('Healthy', 'next run at 2026-11-28T05:30:00Z'),
  ],
  [
    'with a schedule that is none',
    scheduled({ scheduleState: 'FailedValidation', reason: 'expected exactly 5 fields' }),
    said('Degraded', 'expected exactly 5 fields'),
  ],
  [
    'suspended',
    scheduled({ scheduleState: 'Scheduled' }, { suspend: true }),
    said('Suspended', 'the spec suspends it'),
  ],
  [
    'being deleted',
    {
      ...scheduled({ scheduleState: 'Scheduled', nextRun: '2026-11-27T05:30:00Z' }),
      metadata: { name: 'indexer', deletionTimestamp: '2026-11-27T05:30:00Z' },
    },
    said('Progressing', 'being deleted'),
  ],
];

judged(
  'a ScheduledSparkApplication is healthy when its next run is known',
  'generator/health/sparkoperator.k8s.io_ScheduledSparkApplication.lua',
  schedules,
);

const run = (state: string, errorMessage?: string) => ({
  apiVersion: 'sparkoperator.k8s.io/v1beta2',
  kind: 'SparkApplication',
  metadata: { name: 'indexer-1', generation: 1 },
  spec: {},
  status: { applicationState: { state, errorMessage } },
});

judged(
  'a SparkApplication is healthy when it runs, or ended well',
  'generator/health/sparkoperator.k8s.io_SparkApplication.lua',
  [
    ['fresh', { ...run(''), status: undefined }, said('Progressing', 'not taken up by the operator')],
    ['submitted', run('SUBMITTED'), said('Progressing', 'SUBMITTED')],
    ['running', run('RUNNING'), said('Healthy', 'running')],
    ['completed', run('COMPLETED'), said('Healthy', 'completed')],
    ['tried again', run('PENDING_RERUN', 'exit code 1'), said('Progressing', 'PENDING_RERUN: exit code 1')],
    ['failing', run('FAILING', 'exit code 1'), said('Progressing', 'FAILING: exit code 1')],
    ['failed', run('FAILED', 'exit code 1'), said('Degraded', 'failed: exit code 1')],
    ['suspended', run('SUSPENDED'), said('Suspended', 'the spec suspends it')],
  ],
);
