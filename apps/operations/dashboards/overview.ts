import { type Dashboard, graph, logs, mustBeZero, realContainers as real, share } from './model.ts';

/** The page that an operator opens first: is the platform well, and if not, where to look. */
export const overview: Dashboard = {
  uid: 'overview',
  title: 'Is the platform well',
  description: 'All numbers in the first row are 0 and green when it is.',
  rows: [
    {
      title: 'Anything wrong',
      panels: [
        mustBeZero(
          'Alerts firing',
          'count(ALERTS{alertstate="firing", severity!="none"}) or vector(0)',
          'What fires, and what to do, is said by Alertmanager.',
        ),
        mustBeZero(
          'Targets that do not answer',
          'count(up == 0) or vector(0)',
          'Prometheus asks them for metrics. Its page of targets says which, and why.',
        ),
        mustBeZero(
          'Pods that are not ready',
          'count(kube_pod_status_ready{condition="false"} == 1 unless on (namespace, pod) kube_pod_status_phase{phase="Succeeded"} == 1) or vector(0)',
          'Finished jobs are not counted. The dashboard of the layer says which.',
        ),
        mustBeZero(
          'Deployments short of replicas',
          'count(kube_deployment_status_replicas_unavailable > 0) or vector(0)',
          'New pods do not get ready, or the cluster has no room for them.',
        ),
        mustBeZero(
          'StatefulSets short of replicas',
          'count(kube_statefulset_status_replicas_ready < kube_statefulset_replicas) or vector(0)',
          'A store works on with fewer, but loses no further one.',
        ),
        mustBeZero(
          'Failed jobs',
          'count(kube_job_status_failed > 0) or vector(0)',
          'A migration, a backup or a setup. Its logs say why.',
        ),
      ],
    },
    {
      title: 'Room',
      panels: [
        share('Processors in use', '1 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m]))', 'Of all nodes.'),
        share(
          'Memory in use',
          '1 - sum(node_memory_MemAvailable_bytes) / sum(node_memory_MemTotal_bytes)',
          'Of all nodes.',
        ),
        share(
          'Processors requested',
          'sum(kube_pod_container_resource_requests{resource="cpu"}) / sum(kube_node_status_allocatable{resource="cpu"})',
          'Where nothing is left, new pods stay Pending.',
        ),
        share(
          'Memory requested',
          'sum(kube_pod_container_resource_requests{resource="memory"}) / sum(kube_node_status_allocatable{resource="memory"})',
          'Where nothing is left, new pods stay Pending.',
        ),
        share(
          'Fullest volume',
          'max(1 - kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes)',
          'The dashboard of the stores says which.',
        ),
        share(
          'Fullest disk of a node',
          'max(1 - node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"})',
          'A node evicts pods at about 90 %.',
        ),
      ],
    },
    {
      title: 'Load of all layers',
      panels: [
        graph('Processors by namespace', 'cores', [
          {
            query: `topk(10, sum by (namespace) (rate(container_cpu_usage_seconds_total{${real}}[5m])))`,
            legend: '{{namespace}}',
          },
        ]),
        graph('Memory by namespace', 'bytes', [
          {
            query: `topk(10, sum by (namespace) (container_memory_working_set_bytes{${real}}))`,
            legend: '{{namespace}}',
          },
        ]),
        graph('Restarts of the last hour', 'short', [
          {
            query:
              'topk(10, sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0)',
            legend: '{{namespace}}/{{pod}}',
          },
        ]),
        graph('Events that wait for a reader', 'short', [
          {
            query: 'topk(10, sum by (consumergroup) (kafka_consumergroup_lag))',
            legend: '{{consumergroup}}',
          },
        ]),
      ],
    },
    {
      title: 'What programs complain about',
      panels: [logs('Errors of all apps', '{namespace=~".+"} | detected_level=~"error|fatal"')],
    },
  ],
};
