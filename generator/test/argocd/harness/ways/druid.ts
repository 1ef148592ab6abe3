import type { Thing } from '../api.ts';
import type { Ways } from './way.ts';

interface DruidNode {
  readonly replicas?: number;
  readonly services?: readonly { readonly metadata?: { readonly name?: string } }[];
}

/** Names are all that the operator reports of what it made; the node it names is the last pod that was not ready. */
const druid = (object: Thing, type: string, reason: string) => {
  const nodes = Object.entries((object.spec?.nodes ?? {}) as Record<string, DruidNode>).map(
    ([key, node]) => [`druid-${object.metadata.name}-${key}`, node] as const,
  );
  const pods = nodes.flatMap(([name, { replicas = 0 }]) =>
    Array.from({ length: replicas }, (_, i) => `${name}-${i}`),
  );
  return {
    druidNodeStatus: {
      druidNode: type === 'DruidClusterReady' ? 'All' : pods.at(-1),
      druidNodeConditionStatus: 'True',
      druidNodeConditionType: type,
      reason,
    },
    services: nodes.flatMap(([name, { services = [] }]) =>
      services.map(({ metadata }) => metadata?.name?.replace('%s', name) ?? name),
    ),
    pods,
  };
};

const druidReady = (object: Thing) =>
  druid(object, 'DruidClusterReady', 'All Druid Nodes are in Ready Condition');
/** Whether the operator never saw another specification of it. */
const isFirst = (object: Thing): boolean => (object.metadata.generation ?? 1) === 1;

export const druidKinds: Ways = {
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
};
