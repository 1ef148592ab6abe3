import type { EnvironmentContext } from '#generator';
import type { Values } from '../../schemas/charts/kafka.gen.ts';

type Pool = Values['pools'][number];

// Half of the memory for the heap at most: the rest is where the kernel keeps the newest messages.
const node = (cpu: string, memory: string): Pool['resources'] => ({
  requests: { cpu, memory },
  limits: { memory },
});

const controllers = (volume: string, heap: string, cpu: string, memory: string): Pool => ({
  name: 'controller',
  roles: ['controller'],
  replicas: 3,
  volume,
  heap,
  resources: node(cpu, memory),
});

const brokers = (volume: string, heap: string, cpu: string, memory: string): Pool => ({
  name: 'broker',
  roles: ['broker'],
  replicas: 3,
  volume,
  heap,
  resources: node(cpu, memory),
});

/**
 * Controllers apart from brokers wherever there is more than one node, so that a busy broker never delays an election
 * and brokers can be added without touching the quorum. More brokers than three get no partitions of existing
 * topics until somebody moves some.
 */
export const pools: Readonly<Record<EnvironmentContext['size'], Pool[]>> = {
  small: [
    {
      name: 'dual',
      roles: ['controller', 'broker'],
      replicas: 1,
      volume: '20Gi',
      heap: '768m',
      resources: node('250m', '1536Mi'),
    },
  ],
  medium: [controllers('10Gi', '512m', '100m', '1Gi'), brokers('100Gi', '1g', '500m', '3Gi')],
  large: [controllers('10Gi', '1g', '250m', '2Gi'), brokers('500Gi', '4g', '2', '12Gi')],
};
