import { type Case, judged, said } from '../../testing/health.ts';

const since = { lastTransitionTime: '2026-01-01T00:00:00.000Z', status: 'True' };
const warning = {
  ...since,
  type: 'Warning',
  reason: 'KafkaVersion',
  message: 'an older metadata version is in use',
};
const ready = { ...since, type: 'Ready' };
const creating = {
  ...since,
  type: 'NotReady',
  reason: 'Creating',
  message: 'Kafka cluster is being deployed',
};
const failed = {
  ...since,
  type: 'NotReady',
  reason: 'ForceableProblem',
  message: 'pod broker-1 is not ready',
};

function kafka(
  status: Record<string, unknown> | undefined,
  annotations: Record<string, string> | undefined = undefined,
) {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'kafka', generation: 4, annotations },
    spec: { kafka: { version: '4.3.1' } },
    status: status && { observedGeneration: 4, kafkaVersion: '4.3.1', ...status },
  };
}

const clusters: readonly Case[] = [
  ['fresh', kafka(undefined), said('Progressing', 'not finished since the last change')],
  [
    'the first status, which says no generation',
    kafka({ observedGeneration: undefined, conditions: [creating] }),
    said('Progressing', 'not finished since the last change'),
  ],
  [
    'being created',
    kafka({ conditions: [creating] }),
    said('Progressing', 'Kafka cluster is being deployed'),
  ],
  [
    'ready, but before the last change: brokers restart one by one',
    kafka({ observedGeneration: 3, conditions: [ready] }),
    said('Progressing', 'not finished since the last change'),
  ],
  [
    'failed, but before the last change: the new one gets its chance',
    kafka({ observedGeneration: 3, conditions: [failed] }),
    said('Progressing', 'not finished since the last change'),
  ],
  ['no word yet', kafka({ conditions: [] }), said('Progressing', 'no verdict yet')],
  ['failed', kafka({ conditions: [failed] }), said('Degraded', 'pod broker-1 is not ready')],
  [
    'failed, and nobody says why',
    kafka({ conditions: [{ ...since, type: 'NotReady', reason: 'NullPointerException' }] }),
    said('Degraded', 'NullPointerException'),
  ],
  ['ready', kafka({ conditions: [ready] }), said('Healthy', 'ready')],
  ['ready, with a warning in front', kafka({ conditions: [warning, ready] }), said('Healthy', 'ready')],
  [
    'paused by a person, whatever was before',
    kafka({ conditions: [failed] }, { 'strimzi.io/pause-reconciliation': 'true' }),
    said('Suspended', 'reconciliation is paused'),
  ],
  [
    'no longer paused',
    kafka({ conditions: [ready] }, { 'strimzi.io/pause-reconciliation': 'false' }),
    said('Healthy', 'ready'),
  ],
];

function pool(status: Record<string, unknown> | undefined) {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaNodePool',
    metadata: { name: 'broker', generation: 2 },
    spec: { replicas: 3, roles: ['broker'] },
    status: status && { observedGeneration: 2, clusterId: 'x', nodeIds: [3, 4, 5], replicas: 3, ...status },
  };
}

const pools: readonly Case[] = [
  ['fresh', pool(undefined), said('Progressing', 'not seen by the operator since the last change')],
  [
    'seen before the last change',
    pool({ observedGeneration: 1 }),
    said('Progressing', 'not seen by the operator since the last change'),
  ],
  ['growing', pool({ replicas: 2, nodeIds: [3, 4] }), said('Progressing', '2 of 3 nodes have a number')],
  [
    'nobody numbered yet',
    pool({ replicas: undefined, nodeIds: undefined }),
    said('Progressing', '0 of 3 nodes have a number'),
  ],
  ['known', pool({}), said('Healthy', 'known to the operator; see the Kafka for its nodes')],
];

judged(
  'a Kafka is healthy when its operator has finished with the last change',
  'generator/health/kafka.strimzi.io_Kafka.lua',
  clusters,
);
judged(
  'a node pool is healthy when every node has a number',
  'generator/health/kafka.strimzi.io_KafkaNodePool.lua',
  pools,
);
