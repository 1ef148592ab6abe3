import type { Values } from '../../schemas/charts/kafka.gen.ts';

type Pool = Values['pools'][number];

/** The pod in which the operators of topics and users run. */
const entityOperator = { replicas: 1, cpu: '100m', memory: '640Mi' };
/** Asks the brokers for their topics and groups whenever it is scraped itself. */
const exporter = { replicas: 1, cpu: '20m', memory: '64Mi' };
const none = { replicas: 0, cpu: '0', memory: '0', disk: '0', heap: '0' };

/**
 * Controllers apart from brokers wherever there is more than one node, so that a busy broker never delays an election
 * and brokers can be added without touching the quorum. More brokers than three get no partitions of existing topics
 * until somebody moves some. Half of the memory for the heap at most: the rest is where the kernel keeps the newest
 * messages. Partitions can only grow.
 */
export const sizes = {
  small: {
    dual: { replicas: 1, cpu: '250m', memory: '1536Mi', disk: '20Gi', heap: '768m' },
    controller: none,
    broker: none,
    entityOperator,
    exporter,
    // One broker has nobody to copy to: a small environment loses what is on a volume that it loses.
    copies: 1,
    inSync: 1,
    partitions: 2,
    eventsPerSecond: 5,
    inputDays: 3,
    stepDays: 2,
    partitionMegabytes: 128,
    segmentMegabytes: 64,
  },
  medium: {
    dual: none,
    controller: { replicas: 3, cpu: '100m', memory: '1Gi', disk: '10Gi', heap: '512m' },
    broker: { replicas: 3, cpu: '500m', memory: '3Gi', disk: '100Gi', heap: '1g' },
    entityOperator,
    exporter,
    copies: 3,
    inSync: 2,
    partitions: 4,
    eventsPerSecond: 35,
    inputDays: 7,
    stepDays: 2,
    partitionMegabytes: 512,
    segmentMegabytes: 128,
  },
  large: {
    dual: none,
    controller: { replicas: 3, cpu: '250m', memory: '2Gi', disk: '10Gi', heap: '1g' },
    broker: { replicas: 3, cpu: '2', memory: '12Gi', disk: '1Ti', heap: '4g' },
    entityOperator,
    exporter,
    copies: 3,
    inSync: 2,
    partitions: 8,
    eventsPerSecond: 400,
    inputDays: 7,
    stepDays: 2,
    partitionMegabytes: 2048,
    segmentMegabytes: 512,
  },
};

export type KafkaSize = (typeof sizes)['small'];

const roles = {
  dual: ['controller', 'broker'],
  controller: ['controller'],
  broker: ['broker'],
} as const;

/** The pools that have nodes. */
export function poolsOf(size: KafkaSize): Pool[] {
  return (['dual', 'controller', 'broker'] as const)
    .filter((name) => size[name].replicas > 0)
    .map((name) => {
      const { replicas, cpu, memory, disk, heap } = size[name];
      const resources = { requests: { cpu, memory }, limits: { memory } };
      return { name, roles: [...roles[name]], replicas, volume: disk, heap, resources };
    });
}
