import type { AlertGroup } from './alert.ts';

export const analytics: AlertGroup = {
  name: 'druid',
  team: 'data',
  app: 'druid',
  alerts: [
    {
      name: 'SegmentsUnavailable',
      severity: 'critical',
      expr: 'max by (namespace, dataSource) (druid_segment_unavailable_count) > 0',
      for: '15m',
      summary: 'Data of {{ $labels.dataSource }} cannot be queried',
      description: 'Historicals are down, full, or cannot read deep storage.',
      cases: {
        after: 20,
        fires: { 'druid_segment_unavailable_count{namespace="a",dataSource="d"}': '3x30' },
        about: { namespace: 'a', dataSource: 'd' },
        silent: { 'druid_segment_unavailable_count{namespace="a",dataSource="d"}': '0x30' },
      },
    },
    {
      name: 'IngestionFallsBehind',
      severity: 'warning',
      expr: 'max by (namespace, dataSource) (druid_ingest_kafka_lag) > 10000 and max by (namespace, dataSource) (delta(druid_ingest_kafka_lag[30m])) > 0',
      for: '30m',
      summary: 'Druid falls behind with {{ $labels.dataSource }}',
      description: 'Its tasks read less than is written. See the supervisor, and the tasks that failed.',
      cases: {
        after: 90,
        fires: { 'druid_ingest_kafka_lag{namespace="a",dataSource="d",stream="t"}': '9000+200x120' },
        about: { namespace: 'a', dataSource: 'd' },
        silent: { 'druid_ingest_kafka_lag{namespace="a",dataSource="d",stream="t"}': '90000-200x120' },
      },
    },
    {
      name: 'IngestionTasksFail',
      severity: 'warning',
      expr: 'sum by (namespace, dataSource) (increase(druid_task_failed_count_total[1h])) > 3',
      for: '10m',
      summary: 'Tasks of {{ $labels.dataSource }} fail again and again',
      description: 'Their logs are in deep storage; the console of Druid shows them.',
      cases: {
        after: 90,
        fires: { 'druid_task_failed_count_total{namespace="a",dataSource="d"}': '0+1x120' },
        about: { namespace: 'a', dataSource: 'd' },
        silent: { 'druid_task_failed_count_total{namespace="a",dataSource="d"}': '1x120' },
      },
    },
  ],
};

export const pipeline: AlertGroup = {
  name: 'flink',
  team: 'data',
  app: 'unified-pipeline',
  alerts: [
    {
      name: 'FlinkJobRestarts',
      severity: 'warning',
      expr: 'increase(flink_jobmanager_job_numRestarts[30m]) > 3',
      for: '5m',
      summary: '{{ $labels.job_name }} starts again and again',
      description: 'The log of its JobManager has the exception. Events wait in Kafka meanwhile.',
      cases: {
        after: 50,
        fires: { 'flink_jobmanager_job_numRestarts{namespace="a",job_name="j"}': '0+1x80' },
        about: { namespace: 'a', job_name: 'j' },
        silent: { 'flink_jobmanager_job_numRestarts{namespace="a",job_name="j"}': '2x80' },
      },
    },
    {
      name: 'FlinkCheckpointsFail',
      severity: 'critical',
      expr: 'increase(flink_jobmanager_job_numberOfFailedCheckpoints[30m]) > 2 unless increase(flink_jobmanager_job_numberOfCompletedCheckpoints[30m]) > 0',
      for: '10m',
      summary: '{{ $labels.job_name }} completes no checkpoint',
      description:
        'After a restart it would read everything since the last one again. See whether the bucket can be written.',
      cases: {
        after: 60,
        fires: {
          'flink_jobmanager_job_numberOfFailedCheckpoints{namespace="a",job_name="j"}': '0+1x80',
          'flink_jobmanager_job_numberOfCompletedCheckpoints{namespace="a",job_name="j"}': '5x80',
        },
        about: { namespace: 'a', job_name: 'j' },
        silent: {
          'flink_jobmanager_job_numberOfFailedCheckpoints{namespace="a",job_name="j"}': '0+1x80',
          'flink_jobmanager_job_numberOfCompletedCheckpoints{namespace="a",job_name="j"}': '0+1x80',
        },
      },
    },
    {
      name: 'FlinkBackPressure',
      severity: 'info',
      expr: 'max by (namespace, job_name, task_name) (flink_taskmanager_job_task_backPressuredTimeMsPerSecond) > 800',
      for: '30m',
      summary: '{{ $labels.task_name }} of {{ $labels.job_name }} waits for what comes after it',
      description: 'The task behind it is too slow: give the job more slots, or look at what it writes to.',
      cases: {
        after: 40,
        fires: {
          'flink_taskmanager_job_task_backPressuredTimeMsPerSecond{namespace="a",job_name="j",task_name="t"}':
            '900x60',
        },
        about: { namespace: 'a', job_name: 'j', task_name: 't' },
        silent: {
          'flink_taskmanager_job_task_backPressuredTimeMsPerSecond{namespace="a",job_name="j",task_name="t"}':
            '700x60',
        },
      },
    },
  ],
};
