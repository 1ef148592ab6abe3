import type { AlertGroup } from './alert.ts';
import { datasets, gatewayOfUsers } from './apis.ts';
import { workloads } from './cluster.ts';
import { caches, clusterBackups, databases, topics } from './data.ts';
import { nodes } from './nodes.ts';
import { monitoring, operators, rollouts } from './platform.ts';
import { analytics, pipeline } from './processing.ts';
import { archive, objects } from './storage.ts';

/** Every alert, for an environment of that name. */
export const alertGroups = (environment: string): readonly AlertGroup[] => [
  monitoring,
  operators,
  rollouts(environment),
  workloads,
  nodes,
  databases,
  topics,
  caches,
  analytics,
  pipeline,
  archive,
  objects,
  gatewayOfUsers,
  datasets,
  clusterBackups,
];
