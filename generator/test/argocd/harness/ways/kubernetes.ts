import type { Thing } from '../api.ts';
import { condition, type Way, type Ways } from './way.ts';

const deployment = (object: Thing, up: boolean) => {
  const replicas = Number(object.spec?.replicas ?? 1);
  const available = up ? replicas : 0;
  return {
    observedGeneration: object.metadata.generation,
    replicas,
    updatedReplicas: replicas,
    readyReplicas: available,
    availableReplicas: available,
    unavailableReplicas: replicas - available,
    conditions: [
      condition(
        'Available',
        up ? 'True' : 'False',
        up ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
      ),
      condition('Progressing', 'True', up ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated'),
    ],
  };
};

const statefulSet = (object: Thing, up: boolean) => {
  const replicas = Number(object.spec?.replicas ?? 1);
  const ready = up ? replicas : 0;
  const revision = `${object.metadata.name}-${object.metadata.generation}`;
  return {
    observedGeneration: object.metadata.generation,
    replicas,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: replicas,
    updatedReplicas: replicas,
    currentRevision: revision,
    updateRevision: revision,
  };
};

export const kubernetes: Ways = {
  'Deployment.apps': {
    apiVersion: 'apps/v1',
    way: {
      waiting: (object) => deployment(object, false),
      ready: (object) => deployment(object, true),
      unhealthy: (object) => ({
        ...deployment(object, false),
        conditions: [condition('Progressing', 'False', 'ProgressDeadlineExceeded', 'it took too long')],
      }),
    },
  },
  'StatefulSet.apps': {
    apiVersion: 'apps/v1',
    way: {
      waiting: (object) => statefulSet(object, false),
      ready: (object) => statefulSet(object, true),
      unhealthy: (object) => statefulSet(object, false),
    },
  },
  // Of Jobs alone: their own controller is the real one.
  'Pod.': {
    apiVersion: 'v1',
    way: {
      waiting: () => ({ phase: 'Running' }),
      ready: () => ({ phase: 'Succeeded' }),
      unhealthy: () => ({ phase: 'Failed' }),
    },
  },
  'PersistentVolumeClaim.': {
    apiVersion: 'v1',
    way: {
      waiting: () => ({ phase: 'Pending' }),
      ready: () => ({ phase: 'Bound' }),
      unhealthy: () => ({ phase: 'Lost' }),
    },
  },
  'PodDisruptionBudget.policy': {
    apiVersion: 'policy/v1',
    way: {
      waiting: (object) => budget(object, 'False', 'InsufficientPods'),
      ready: (object) => budget(object, 'True', 'SufficientPods'),
      unhealthy: (object) => budget(object, 'False', 'SyncFailed'),
    },
  },
  'Ingress.networking.k8s.io': { apiVersion: 'networking.k8s.io/v1', way: reachable(() => true) },
  'Service.': { apiVersion: 'v1', way: reachable(({ spec }) => spec?.type === 'LoadBalancer') },
};

/** What has an address when its controller gave it one. */
function reachable(hasAddress: (object: Thing) => boolean): Way {
  return {
    waiting: () => ({}),
    ready: (object) => (hasAddress(object) ? { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } } : {}),
    unhealthy: () => ({}),
  };
}

function budget(object: Thing, status: 'True' | 'False', reason: string) {
  return {
    observedGeneration: object.metadata.generation,
    currentHealthy: status === 'True' ? 1 : 0,
    desiredHealthy: 0,
    disruptionsAllowed: 1,
    expectedPods: 1,
    conditions: [
      { ...condition('DisruptionAllowed', status, reason), observedGeneration: object.metadata.generation },
    ],
  };
}
