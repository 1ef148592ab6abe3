import type { Thing } from './api.ts';
import { druid, druidReady, isFirst } from './druid-status.ts';

/** One step of an object's way to being ready: its status, and how long the step lasts. */
export interface Phase {
  readonly status: unknown;
  /** Milliseconds until the next one. */
  readonly lasts: number;
}

/** How an object fares. */
export type Fate = 'ready' | 'never' | 'fails' | 'slow' | 'degraded-for-a-while';

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
const condition = (type: string, status: 'True' | 'False', reason = type, message = '') => ({
  type,
  status,
  reason,
  message,
  lastTransitionTime: now(),
});
/** Conditions as External Secrets, Strimzi and their like write them. */
const ready = (object: Thing, status: 'True' | 'False', reason?: string) => ({
  observedGeneration: object.metadata.generation,
  conditions: [condition('Ready', status, reason)],
});

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

const postgres = (object: Thing, phase: string, up: boolean) => ({
  phase,
  image: object.spec?.imageName,
  instances: object.spec?.instances ?? 1,
  readyInstances: up ? (object.spec?.instances ?? 1) : 0,
  conditions: [
    {
      ...condition('Ready', up ? 'True' : 'False', up ? 'ClusterIsReady' : 'ClusterIsNotReady'),
      observedGeneration: object.metadata.generation,
    },
    ...(up && object.spec?.plugins
      ? [condition('ContinuousArchiving', 'True', 'ContinuousArchivingSuccess')]
      : []),
  ],
});

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

/** A kind's way: waiting, what it passes through, then ready; and what it looks like when it is unhealthy. */
interface Way {
  readonly waiting: (object: Thing) => unknown;
  readonly passing?: readonly ((object: Thing) => unknown)[];
  readonly ready: (object: Thing) => unknown;
  readonly unhealthy: (object: Thing) => unknown;
}

const conditions: Way = {
  // Operators write nothing until they have tried.
  waiting: () => ({}),
  ready: (object) => ready(object, 'True'),
  unhealthy: (object) => ready(object, 'False', 'Error'),
};

interface Kind {
  readonly apiVersion: string;
  readonly way: Way;
  /** Where its status is written, if that is not a subresource. */
  readonly subresource?: '';
}

/** What operators and controllers write, by `kind.group`; kinds that are not here need no status to be healthy. */
export const ways: Readonly<Record<string, Kind>> = {
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
  'Kafka.kafka.strimzi.io': {
    apiVersion: 'kafka.strimzi.io/v1',
    way: {
      waiting: (object) => ({
        observedGeneration: object.metadata.generation,
        conditions: [condition('NotReady', 'True', 'Creating')],
      }),
      ready: (object) => ready(object, 'True'),
      unhealthy: (object) => ({
        observedGeneration: object.metadata.generation,
        conditions: [condition('NotReady', 'True', 'FatalProblem')],
      }),
    },
  },
  'KafkaNodePool.kafka.strimzi.io': {
    apiVersion: 'kafka.strimzi.io/v1',
    way: {
      waiting: () => ({}),
      ready: (object) => ({
        observedGeneration: object.metadata.generation,
        nodeIds: [0],
        clusterId: 'x',
        roles: object.spec?.roles,
        replicas: object.spec?.replicas,
      }),
      unhealthy: (object) => ready(object, 'False', 'Error'),
    },
  },
  'KafkaTopic.kafka.strimzi.io': { apiVersion: 'kafka.strimzi.io/v1', way: conditions },
  'KafkaUser.kafka.strimzi.io': { apiVersion: 'kafka.strimzi.io/v1', way: conditions },
  'Cluster.postgresql.cnpg.io': {
    apiVersion: 'postgresql.cnpg.io/v1',
    way: {
      waiting: (object) => postgres(object, 'Setting up primary', false),
      passing: [
        (object) => postgres(object, 'Creating a new replica', false),
        (object) => postgres(object, 'Waiting for the instances to become active', false),
      ],
      ready: (object) => postgres(object, 'Cluster in healthy state', true),
      unhealthy: (object) =>
        postgres(object, 'Cluster is unrecoverable and needs manual intervention', false),
    },
  },
  'Database.postgresql.cnpg.io': { apiVersion: 'postgresql.cnpg.io/v1', way: applied() },
  'DatabaseRole.postgresql.cnpg.io': { apiVersion: 'postgresql.cnpg.io/v1', way: applied() },
  'ScheduledBackup.postgresql.cnpg.io': {
    apiVersion: 'postgresql.cnpg.io/v1',
    way: {
      waiting: () => ({}),
      passing: [() => ({ lastCheckTime: now() })],
      ready: () => ({ lastCheckTime: now(), lastScheduleTime: now(), nextScheduleTime: now() }),
      unhealthy: () => ({ error: 'no such plugin' }),
    },
  },
  'ObjectStore.barmancloud.cnpg.io': {
    apiVersion: 'barmancloud.cnpg.io/v1',
    way: {
      waiting: () => ({}),
      ready: (object) => window(object, { lastSuccessfulBackupTime: now() }),
      unhealthy: (object) => window(object, { lastFailedBackupTime: now() }),
    },
  },
  'Druid.druid.apache.org': {
    apiVersion: 'druid.apache.org/v1alpha1',
    way: {
      // In its first pass it finds every pod ready, because there is none. It says nothing while it rolls out a change.
      waiting: (object) => (isFirst(object) ? { ...druidReady(object), pods: [] } : {}),
      passing: [
        (object) => (isFirst(object) ? druid(object, 'DruidNodeErrorState', 'ContainersNotReady') : {}),
      ],
      ready: druidReady,
      unhealthy: (object) => druid(object, 'DruidNodeErrorState', 'PodFailed'),
    },
  },
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
  'ExternalSecret.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: {
      ...conditions,
      ready: (object) => ({ ...ready(object, 'True', 'SecretSynced'), refreshTime: now() }),
    },
  },
  'ClusterSecretStore.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: { ...conditions, ready: (object) => ready(object, 'True', 'Valid') },
  },
  'SecretStore.external-secrets.io': {
    apiVersion: 'external-secrets.io/v1',
    way: { ...conditions, ready: (object) => ready(object, 'True', 'Valid') },
  },
  'Certificate.cert-manager.io': {
    apiVersion: 'cert-manager.io/v1',
    way: {
      ...conditions,
      waiting: (object) => ({
        conditions: [
          condition('Issuing', 'True', 'DoesNotExist'),
          ...ready(object, 'False', 'DoesNotExist').conditions,
        ],
      }),
    },
  },
  // Their status is a part of the object, so each change of it is another generation: it says nothing that changes.
  'BackupStorageLocation.velero.io': {
    apiVersion: 'velero.io/v1',
    way: {
      waiting: () => ({}),
      ready: () => ({ phase: 'Available' }),
      unhealthy: () => ({ phase: 'Unavailable', message: 'no such bucket' }),
    },
    subresource: '',
  },
  'Schedule.velero.io': {
    apiVersion: 'velero.io/v1',
    way: {
      waiting: () => ({}),
      ready: () => ({ phase: 'Enabled' }),
      unhealthy: () => ({ phase: 'FailedValidation', validationErrors: ['invalid schedule'] }),
    },
    subresource: '',
  },
  'Issuer.cert-manager.io': { apiVersion: 'cert-manager.io/v1', way: conditions },
  'ClusterIssuer.cert-manager.io': { apiVersion: 'cert-manager.io/v1', way: conditions },
  'Ingress.networking.k8s.io': { apiVersion: 'networking.k8s.io/v1', way: reachable(() => true) },
  'Service.': { apiVersion: 'v1', way: reachable(({ spec }) => spec?.type === 'LoadBalancer') },
  'KongClusterPlugin.configuration.konghq.com': {
    apiVersion: 'configuration.konghq.com/v1',
    way: programmed(),
  },
  'KongConsumer.configuration.konghq.com': { apiVersion: 'configuration.konghq.com/v1', way: programmed() },
};

/** What has an address when its controller gave it one. */
function reachable(hasAddress: (object: Thing) => boolean): Way {
  return {
    waiting: () => ({}),
    ready: (object) => (hasAddress(object) ? { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } } : {}),
    unhealthy: () => ({}),
  };
}

/** The gateway's controller says `Pending` before it has asked, and then what the gateway answered. */
function programmed(): Way {
  const status = (object: Thing, said: 'True' | 'False', reason: string) => ({
    conditions: [
      { ...condition('Programmed', said, reason), observedGeneration: object.metadata.generation },
    ],
  });
  return {
    waiting: (object) => status(object, 'False', 'Pending'),
    ready: (object) => status(object, 'True', 'Programmed'),
    unhealthy: (object) => status(object, 'False', 'Invalid'),
  };
}

const window = (object: Thing, times: Record<string, string>) => ({
  serverRecoveryWindow: { [object.metadata.name]: times },
});

function applied(): Way {
  const status = (object: Thing, done: boolean, message?: string) => ({
    observedGeneration: object.metadata.generation,
    applied: done,
    ...(message && { message }),
  });
  return {
    waiting: () => ({}),
    // Its owner may come a moment later; the operator tries again by itself.
    passing: [(object) => status(object, false, 'role does not exist yet')],
    ready: (object) => status(object, true),
    unhealthy: (object) => status(object, false, 'the database refuses'),
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

/** The statuses that an object of a kind goes through, by its fate. */
export function phasesOf(kind: string, object: Thing, fate: Fate, pace: number): Phase[] {
  const way = ways[kind]?.way;
  if (!way) return [];
  const waiting = [way.waiting, ...(way.passing ?? [])].map((step) => ({
    status: step(object),
    lasts: pace,
  }));
  const well = { status: way.ready(object), lasts: 0 };
  const unhealthy = { status: way.unhealthy(object), lasts: 0 };
  switch (fate) {
    case 'ready':
      return [...waiting, well];
    case 'slow':
      return [...waiting.map((step) => ({ ...step, lasts: pace * 8 })), well];
    case 'never':
      return waiting.slice(0, 1);
    case 'fails':
      return [...waiting, unhealthy];
    case 'degraded-for-a-while':
      return [...waiting, { ...unhealthy, lasts: pace * 16 }, well];
  }
}
