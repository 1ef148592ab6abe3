import { graph, mustBeZero, type Row } from './model.ts';

const kafka: Row = {
  title: 'Kafka',
  panels: [
    mustBeZero(
      'Partitions short of a copy',
      'sum(kafka_topic_partition_under_replicated_partition) or vector(0)',
      'A broker is away or behind; one more that is lost may lose events.',
    ),
    graph('Events in, by topic', 'reqps', [
      { query: 'sum by (topic) (rate(kafka_topic_partition_current_offset[5m]))', legend: '{{topic}}' },
    ]),
    graph('Events that wait, by reader', 'short', [
      {
        query: 'sum by (consumergroup, topic) (kafka_consumergroup_lag)',
        legend: '{{consumergroup}} {{topic}}',
      },
    ]),
  ],
};

const postgresql: Row = {
  title: 'PostgreSQL',
  panels: [
    mustBeZero(
      'Instances that do not answer',
      'count(cnpg_collector_up == 0) or vector(0)',
      'The operator replaces a primary that is lost; kubectl cnpg status says how far it is.',
    ),
    graph('Connections by database', 'short', [
      { query: 'sum by (datname) (cnpg_backends_total)', legend: '{{datname}}' },
    ]),
    graph('Behind the primary', 's', [
      { query: 'max by (pod) (cnpg_pg_replication_lag)', legend: '{{pod}}' },
    ]),
    graph('Size by database', 'bytes', [
      { query: 'max by (datname) (cnpg_pg_database_size_bytes)', legend: '{{datname}}' },
    ]),
  ],
};

const valkey: Row = {
  title: 'Valkey',
  panels: [
    graph('Memory, of what it may keep', 'percentunit', [
      {
        query: 'redis_memory_used_bytes / (redis_memory_max_bytes > 0)',
        legend: '{{namespace}}/{{pod}}',
      },
    ]),
    graph('Keys dropped to make room', 'short', [
      { query: 'rate(redis_evicted_keys_total[5m])', legend: '{{namespace}}/{{pod}}' },
    ]),
  ],
};

const logging: Row = {
  title: 'Logs and telemetry',
  panels: [
    mustBeZero(
      'Logs that were refused',
      'sum(rate(otelcol_exporter_send_failed_log_records[5m])) or vector(0)',
      'Loki took them neither at once nor later; its own log says why.',
    ),
    graph('Lines read, by node', 'reqps', [
      { query: 'sum by (pod) (rate(otelcol_receiver_accepted_log_records[5m]))', legend: '{{pod}}' },
    ]),
    graph('Waiting to be sent', 'short', [
      { query: 'max by (namespace, pod) (otelcol_exporter_queue_size)', legend: '{{namespace}}/{{pod}}' },
    ]),
  ],
};

const calls: Row = {
  title: 'Calls of the APIs, as they tell by OpenTelemetry',
  panels: [
    graph('Calls', 'reqps', [
      {
        query: 'sum by (service_name, span_name) (rate(traces_span_metrics_calls_total[5m]))',
        legend: '{{service_name}} {{span_name}}',
      },
    ]),
    graph('Slowest twentieth', 'ms', [
      {
        query:
          'histogram_quantile(0.95, sum by (le, service_name) (rate(traces_span_metrics_duration_milliseconds_bucket[5m])))',
        legend: '{{service_name}}',
      },
    ]),
  ],
};

/** What is told of some apps of a layer beyond what all pods have. */
export const rowsOf: Readonly<Record<string, readonly Row[]>> = {
  stores: [kafka, postgresql, valkey],
  apis: [calls],
  operations: [logging],
};
