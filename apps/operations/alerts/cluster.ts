import type { AlertGroup } from './alert.ts';

/** Pods, volumes and runs of every app, as Kubernetes tells of them. */
export const workloads: AlertGroup = {
  name: 'workloads',
  team: 'platform',
  alerts: [
    {
      name: 'PodCrashLooping',
      severity: 'warning',
      expr: 'increase(kube_pod_container_status_restarts_total[30m]) > 3',
      for: '10m',
      summary: '{{ $labels.container }} of {{ $labels.pod }} starts again and again',
      description: 'It ended more than three times in half an hour. Its last words: kubectl logs --previous.',
      cases: {
        after: 60,
        fires: { 'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '0+1x60' },
        about: { namespace: 'a', pod: 'p', container: 'c' },
        silent: {
          'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '0x30 1x30',
        },
      },
    },
    {
      name: 'PodNotReady',
      severity: 'warning',
      expr: 'sum by (namespace, pod) (kube_pod_status_phase{phase=~"Pending|Unknown"}) > 0',
      for: '20m',
      summary: '{{ $labels.pod }} does not run',
      description:
        'It has waited for a node, an image, a volume or a secret for 20 minutes: kubectl describe says for which.',
      cases: {
        after: 30,
        fires: { 'kube_pod_status_phase{namespace="a",pod="p",phase="Pending"}': '1x40' },
        about: { namespace: 'a', pod: 'p' },
        silent: { 'kube_pod_status_phase{namespace="a",pod="p",phase="Pending"}': '1x15 0x25' },
      },
    },
    {
      name: 'ContainerOutOfMemory',
      severity: 'warning',
      expr: 'increase(kube_pod_container_status_restarts_total[15m]) > 0 and on (namespace, pod, container) kube_pod_container_status_last_terminated_reason{reason="OOMKilled"} == 1',
      summary: '{{ $labels.container }} of {{ $labels.pod }} ran out of memory',
      description:
        'It was killed at its limit. Make it larger with resize in the environment, or find what grows.',
      cases: {
        after: 10,
        fires: {
          'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '0x5 1x10',
          'kube_pod_container_status_last_terminated_reason{namespace="a",pod="p",container="c",reason="OOMKilled"}':
            '1x20',
        },
        about: { namespace: 'a', pod: 'p', container: 'c' },
        silent: {
          'kube_pod_container_status_restarts_total{namespace="a",pod="p",container="c"}': '1x20',
          'kube_pod_container_status_last_terminated_reason{namespace="a",pod="p",container="c",reason="OOMKilled"}':
            '1x20',
        },
      },
    },
    {
      name: 'ContainerNearMemoryLimit',
      severity: 'info',
      expr: 'max by (namespace, pod, container) (container_memory_working_set_bytes{container!=""}) / on (namespace, pod, container) max by (namespace, pod, container) (kube_pod_container_resource_limits{resource="memory"}) > 0.95',
      for: '15m',
      summary: '{{ $labels.container }} of {{ $labels.pod }} uses 95 % of its memory',
      description: 'It has done so for 15 minutes; at its limit it is killed.',
      cases: {
        after: 20,
        fires: {
          'container_memory_working_set_bytes{namespace="a",pod="p",container="c"}': '96x30',
          'kube_pod_container_resource_limits{namespace="a",pod="p",container="c",resource="memory"}':
            '100x30',
        },
        about: { namespace: 'a', pod: 'p', container: 'c' },
        silent: {
          'container_memory_working_set_bytes{namespace="a",pod="p",container="c"}': '90x30',
          'kube_pod_container_resource_limits{namespace="a",pod="p",container="c",resource="memory"}':
            '100x30',
        },
      },
    },
    {
      name: 'VolumeFillsUp',
      severity: 'warning',
      expr: 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.3 and predict_linear(kubelet_volume_stats_available_bytes[6h], 4 * 24 * 3600) < 0',
      for: '1h',
      summary: '{{ $labels.persistentvolumeclaim }} will be full within four days',
      description:
        'At the rate of the last six hours. Keep less, or give it a larger disk with resize in the environment.',
      cases: {
        after: 420,
        fires: {
          'kubelet_volume_stats_available_bytes{namespace="a",persistentvolumeclaim="v"}': '1000-1x500',
          'kubelet_volume_stats_capacity_bytes{namespace="a",persistentvolumeclaim="v"}': '4000x500',
        },
        about: { namespace: 'a', persistentvolumeclaim: 'v' },
        silent: {
          'kubelet_volume_stats_available_bytes{namespace="a",persistentvolumeclaim="v"}': '1000x500',
          'kubelet_volume_stats_capacity_bytes{namespace="a",persistentvolumeclaim="v"}': '4000x500',
        },
      },
    },
    {
      name: 'VolumeAlmostFull',
      severity: 'critical',
      expr: 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.05',
      for: '5m',
      summary: '{{ $labels.persistentvolumeclaim }} has less than 5 % left',
      description: 'What writes to it will stop. Give it a larger disk with resize in the environment.',
      outranks: { alert: 'VolumeFillsUp', by: ['namespace', 'persistentvolumeclaim'] },
      cases: {
        after: 10,
        fires: {
          'kubelet_volume_stats_available_bytes{namespace="a",persistentvolumeclaim="v"}': '4x20',
          'kubelet_volume_stats_capacity_bytes{namespace="a",persistentvolumeclaim="v"}': '100x20',
        },
        about: { namespace: 'a', persistentvolumeclaim: 'v' },
        silent: {
          'kubelet_volume_stats_available_bytes{namespace="a",persistentvolumeclaim="v"}': '6x20',
          'kubelet_volume_stats_capacity_bytes{namespace="a",persistentvolumeclaim="v"}': '100x20',
        },
      },
    },
    {
      name: 'JobFailed',
      severity: 'warning',
      expr: 'kube_job_failed{condition="true"} > 0',
      for: '5m',
      summary: 'The run {{ $labels.job_name }} failed',
      description: 'It is not tried again. What it said: kubectl logs job/{{ $labels.job_name }}.',
      cases: {
        after: 10,
        fires: { 'kube_job_failed{namespace="a",job_name="j",condition="true"}': '1x20' },
        about: { namespace: 'a', job_name: 'j', condition: 'true' },
        silent: { 'kube_job_failed{namespace="a",job_name="j",condition="true"}': '0x20' },
      },
    },
    {
      name: 'ScheduledRunMissing',
      severity: 'warning',
      expr: 'time() - kube_cronjob_next_schedule_time > 3600 and on (namespace, cronjob) kube_cronjob_spec_suspend == 0',
      for: '10m',
      summary: '{{ $labels.cronjob }} did not start',
      description: 'Its time came an hour ago. The run before may still be going on: kubectl get jobs.',
      cases: {
        after: 80,
        fires: {
          'kube_cronjob_next_schedule_time{namespace="a",cronjob="c"}': '0x100',
          'kube_cronjob_spec_suspend{namespace="a",cronjob="c"}': '0x100',
        },
        about: { namespace: 'a', cronjob: 'c' },
        silent: {
          'kube_cronjob_next_schedule_time{namespace="a",cronjob="c"}': '0x100',
          'kube_cronjob_spec_suspend{namespace="a",cronjob="c"}': '1x100',
        },
      },
    },
    {
      name: 'ScheduledRunNeverSucceeds',
      severity: 'critical',
      expr: 'time() - kube_cronjob_status_last_successful_time > 2 * 24 * 3600 and on (namespace, cronjob) kube_cronjob_spec_suspend == 0',
      for: '10m',
      summary: '{{ $labels.cronjob }} has not succeeded for two days',
      description: 'Backups are among what runs like this: their newest copy is that old.',
      cases: {
        after: 2900,
        fires: {
          'kube_cronjob_status_last_successful_time{namespace="a",cronjob="c"}': '0x3000',
          'kube_cronjob_spec_suspend{namespace="a",cronjob="c"}': '0x3000',
        },
        about: { namespace: 'a', cronjob: 'c' },
        silent: {
          'kube_cronjob_status_last_successful_time{namespace="a",cronjob="c"}': '0+60x3000',
          'kube_cronjob_spec_suspend{namespace="a",cronjob="c"}': '0x3000',
        },
      },
    },
  ],
};
