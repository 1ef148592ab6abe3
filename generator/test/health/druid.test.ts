import { type Case, judged, said } from '../../testing/health.ts';

const ready = {
  druidNode: 'All',
  druidNodeConditionStatus: 'True',
  druidNodeConditionType: 'DruidClusterReady',
  reason: 'All Druid Nodes are in Ready Condition',
};
const notReady = (reason: string) => ({
  druidNode: 'druid-tiny-historicals-0',
  druidNodeConditionStatus: 'True',
  druidNodeConditionType: 'DruidNodeErrorState',
  reason,
});

/** A cluster that works; each case says what differs. `undefined` takes a field away. */
function druid(changes: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}) {
  return {
    apiVersion: 'druid.apache.org/v1alpha1',
    kind: 'Druid',
    metadata: {
      name: 'tiny',
      generation: 2,
      annotations: { 'checksum/service': 'druid-tiny-routers-5d1f' },
      ...metadata,
    },
    spec: { nodes: { historicals: { replicas: 2 }, routers: { replicas: 1 } } },
    status: {
      druidNodeStatus: ready,
      services: ['druid-tiny-historicals', 'druid-tiny-routers', 'druid-tiny-routers-5d1f'],
      pods: ['druid-tiny-historicals-0', 'druid-tiny-historicals-1', 'druid-tiny-routers-7c9-x2x'],
      ...changes,
    },
  };
}

const cases: readonly Case[] = [
  ['fresh', { ...druid(), status: undefined }, said('Progressing', 'not taken up by the operator')],
  ['ready', druid(), said('Healthy', 'all pods are ready')],
  [
    'ready in the very first pass, before there are pods',
    druid({ pods: undefined }, { generation: 1 }),
    said('Progressing', 'not all pods were started'),
  ],
  [
    'ready, and an old pod is still there',
    druid({ pods: ['a', 'b', 'c', 'd'] }),
    said('Healthy', 'all pods are ready'),
  ],
  [
    'starting',
    druid({ druidNodeStatus: notReady('ContainersNotReady') }),
    said('Progressing', 'druid-tiny-historicals-0: ContainersNotReady'),
  ],
  [
    'a pod was evicted and stayed',
    druid({ druidNodeStatus: notReady('PodFailed') }),
    said('Degraded', 'druid-tiny-historicals-0: PodFailed'),
  ],
  [
    'a pod of the specification before had failed: the new one gets its chance',
    druid({ druidNodeStatus: notReady('PodFailed'), services: ['druid-tiny-routers-77aa'] }),
    said('Progressing', 'the current specification is not rolled out'),
  ],
  [
    'ready, but with the specification before',
    druid({ services: ['druid-tiny-historicals', 'druid-tiny-routers', 'druid-tiny-routers-77aa'] }),
    said('Progressing', 'the current specification is not rolled out'),
  ],
  [
    'a condition that nobody knows yet',
    druid({ druidNodeStatus: { druidNodeConditionType: 'DruidNodeRollingUpdate', reason: 'rolling' } }),
    said('Progressing', 'rolling'),
  ],
  [
    'of somebody who does not mark specifications',
    druid({ services: undefined }, { annotations: undefined }),
    said('Healthy', 'all pods are ready'),
  ],
  [
    'ignored',
    druid({}, { annotations: { 'druid.apache.org/ignored': 'true' } }),
    said('Suspended', 'the operator ignores it'),
  ],
];

judged('a Druid is healthy when its pods are ready', 'generator/health/druid.apache.org_Druid.lua', cases);
