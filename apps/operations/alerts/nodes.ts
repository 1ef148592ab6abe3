import type { AlertGroup } from './alert.ts';

/** The machines below all of it. */
export const nodes: AlertGroup = {
  name: 'nodes',
  team: 'platform',
  alerts: [
    {
      name: 'NodeNotReady',
      severity: 'critical',
      expr: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
      for: '5m',
      summary: '{{ $labels.node }} is not ready',
      description: 'What ran there is started elsewhere, as far as there is room and its volume can follow.',
      cases: {
        after: 10,
        fires: { 'kube_node_status_condition{node="n",condition="Ready",status="true"}': '0x20' },
        about: { node: 'n', condition: 'Ready', status: 'true' },
        silent: { 'kube_node_status_condition{node="n",condition="Ready",status="true"}': '1x20' },
      },
    },
    {
      name: 'NodeMemoryLow',
      severity: 'warning',
      expr: 'node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.05',
      for: '10m',
      summary: '{{ $labels.instance }} has less than 5 % of its memory left',
      description: 'The kernel will end programs. See what its pods use beyond what they request.',
      cases: {
        after: 15,
        fires: {
          'node_memory_MemAvailable_bytes{instance="n"}': '4x30',
          'node_memory_MemTotal_bytes{instance="n"}': '100x30',
        },
        about: { instance: 'n' },
        silent: {
          'node_memory_MemAvailable_bytes{instance="n"}': '6x30',
          'node_memory_MemTotal_bytes{instance="n"}': '100x30',
        },
      },
    },
    {
      name: 'NodeProcessorsBusy',
      severity: 'info',
      expr: '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[5m])) > 0.95',
      for: '30m',
      summary: 'The processors of {{ $labels.instance }} have been busy for half an hour',
      description: 'What runs there is slow. Add a node, or give the busiest app a larger request.',
      cases: {
        after: 40,
        fires: { 'node_cpu_seconds_total{instance="n",mode="idle",cpu="0"}': '0+1x60' },
        about: { instance: 'n' },
        silent: { 'node_cpu_seconds_total{instance="n",mode="idle",cpu="0"}': '0+30x60' },
      },
    },
    {
      name: 'NodeDiskAlmostFull',
      severity: 'critical',
      expr: 'min by (instance, mountpoint) (node_filesystem_avail_bytes / node_filesystem_size_bytes) < 0.1',
      for: '10m',
      summary: '{{ $labels.mountpoint }} of {{ $labels.instance }} has less than 10 % left',
      description: 'The kubelet begins to remove images and pods. Images and logs of pods are what fills it.',
      cases: {
        after: 15,
        fires: {
          'node_filesystem_avail_bytes{instance="n",mountpoint="/"}': '9x30',
          'node_filesystem_size_bytes{instance="n",mountpoint="/"}': '100x30',
        },
        about: { instance: 'n', mountpoint: '/' },
        silent: {
          'node_filesystem_avail_bytes{instance="n",mountpoint="/"}': '11x30',
          'node_filesystem_size_bytes{instance="n",mountpoint="/"}': '100x30',
        },
      },
    },
  ],
};
