import type { Thing } from '../api.ts';
import { now, type Ways } from './way.ts';

const flink = (object: Thing, jobManager: string, lifecycle: string, state: string) => ({
  observedGeneration: object.metadata.generation,
  jobManagerDeploymentStatus: jobManager,
  lifecycleState: lifecycle,
  jobStatus: { state },
  reconciliationStatus: {
    state: lifecycle === 'STABLE' ? 'DEPLOYED' : 'UPGRADING',
    lastStableSpec: lifecycle === 'STABLE' ? '{}' : undefined,
  },
});

export const processing: Ways = {
  'FlinkDeployment.flink.apache.org': {
    apiVersion: 'flink.apache.org/v1beta1',
    way: {
      waiting: (object) => flink(object, 'DEPLOYING', 'UPGRADING', 'RECONCILING'),
      // Deployed is not yet running: the operator says so before the job does.
      passing: [(object) => flink(object, 'DEPLOYED_NOT_READY', 'DEPLOYED', 'CREATED')],
      ready: (object) => flink(object, 'READY', 'STABLE', 'RUNNING'),
      unhealthy: (object) => flink(object, 'ERROR', 'FAILED', 'FAILED'),
    },
  },
  'ScheduledSparkApplication.sparkoperator.k8s.io': {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    way: {
      // It writes one status, when it has understood the schedule; that knows nothing of generations.
      waiting: () => ({}),
      ready: () => ({ scheduleState: 'Scheduled', lastRun: null, nextRun: now() }),
      unhealthy: () => ({
        scheduleState: 'FailedValidation',
        lastRun: null,
        nextRun: null,
        reason: 'expected exactly 5 fields',
      }),
    },
  },
};
