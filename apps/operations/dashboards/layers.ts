import { type Dashboard, graph, logs, mustBeZero, type Row, realContainers as real } from './model.ts';

interface Layer {
  readonly layer: string;
  readonly title: string;
  readonly namespaces: readonly string[];
}

/** How the pods of some namespaces are: the same for every layer, for what can go wrong is the same. */
export function layerDashboard({ layer, title, namespaces }: Layer, more: readonly Row[] = []): Dashboard {
  const within = `namespace=~"${namespaces.join('|')}"`;
  return {
    uid: `layer-${layer}`,
    title,
    description: `The pods of the layer ${layer}.`,
    rows: [
      {
        title: 'Pods',
        panels: [
          mustBeZero(
            'Not ready',
            `count(kube_pod_status_ready{condition="false", ${within}} == 1 unless on (namespace, pod) kube_pod_status_phase{phase="Succeeded"} == 1) or vector(0)`,
            'Finished jobs are not counted.',
          ),
          mustBeZero(
            'Waiting for a node',
            `sum(kube_pod_status_phase{phase="Pending", ${within}}) or vector(0)`,
            'The cluster has no room, a volume is on another node, or an image cannot be fetched.',
          ),
          mustBeZero(
            'Killed for memory',
            `count(kube_pod_container_status_last_terminated_reason{reason="OOMKilled", ${within}} == 1) or vector(0)`,
            'Containers whose last end was their limit. A larger size, or resize of the app, gives them more.',
          ),
          mustBeZero(
            'Failed jobs',
            `count(kube_job_status_failed{${within}} > 0) or vector(0)`,
            'Their logs say why.',
          ),
        ],
      },
      {
        title: 'Load',
        panels: [
          graph('Processors', 'cores', [
            {
              query: `sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{${real}, ${within}}[5m]))`,
              legend: '{{namespace}}/{{pod}}',
            },
          ]),
          graph('Memory, of its limit', 'percentunit', [
            {
              query: `max by (namespace, pod, container) (container_memory_working_set_bytes{${real}, ${within}}) / on (namespace, pod, container) max by (namespace, pod, container) (kube_pod_container_resource_limits{resource="memory", ${within}})`,
              legend: '{{namespace}}/{{pod}} {{container}}',
            },
          ]),
          graph('Restarts of the last hour', 'short', [
            {
              query: `sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total{${within}}[1h])) > 0`,
              legend: '{{namespace}}/{{pod}}',
            },
          ]),
          graph('Volumes in use', 'percentunit', [
            {
              query: `1 - kubelet_volume_stats_available_bytes{${within}} / kubelet_volume_stats_capacity_bytes{${within}}`,
              legend: '{{namespace}}/{{persistentvolumeclaim}}',
            },
          ]),
        ],
      },
      ...more,
      {
        title: 'Logs',
        panels: [logs('Errors and warnings', `{${within}} | detected_level=~"warn|error|fatal"`)],
      },
    ],
  };
}
