import type { Values } from '../../schemas/charts/service.gen.ts';

/**
 * All that the program may do in the cluster: install, restart and remove connectors in a namespace that holds nothing
 * else, and tell the operator to restart a job that is there by its name.
 */
export const commandRights = (
  connectors: string,
  flink: string,
  jobs: readonly [string, ...string[]],
): NonNullable<Values['rights']> => [
  // Where Helm keeps what it installed.
  {
    namespace: connectors,
    apiGroups: [''],
    resources: ['secrets'],
    verbs: ['get', 'list', 'create', 'update', 'delete'],
  },
  {
    namespace: connectors,
    apiGroups: ['apps'],
    resources: ['deployments'],
    verbs: ['get', 'create', 'patch', 'delete'],
  },
  {
    namespace: connectors,
    apiGroups: ['batch'],
    resources: ['cronjobs'],
    verbs: ['get', 'list', 'create', 'patch', 'delete'],
  },
  // A connector is restarted by deleting its pod.
  { namespace: connectors, apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch', 'delete'] },
  {
    namespace: flink,
    apiGroups: ['flink.apache.org'],
    resources: ['flinkdeployments'],
    resourceNames: [...jobs],
    verbs: ['get', 'patch'],
  },
];
