import { consumerGroup } from '../../processing/event-archive-config.ts';
import type { AlertGroup } from './alert.ts';

const day = 24 * 3600;

export const databases: AlertGroup = {
  name: 'postgresql',
  team: 'data',
  app: 'postgresql',
  alerts: [
    {
      name: 'DatabaseDown',
      severity: 'critical',
      expr: 'cnpg_collector_up == 0',
      for: '5m',
      summary: 'PostgreSQL does not answer on {{ $labels.pod }}',
      description: 'kubectl describe cluster says what the operator does about it.',
      cases: {
        after: 10,
        fires: { 'cnpg_collector_up{namespace="a",pod="p",cluster="c"}': '0x20' },
        about: { namespace: 'a', pod: 'p', cluster: 'c' },
        silent: { 'cnpg_collector_up{namespace="a",pod="p",cluster="c"}': '1x20' },
      },
    },
    {
      name: 'DatabaseReplicaLags',
      severity: 'warning',
      expr: 'cnpg_pg_replication_lag > 300',
      for: '10m',
      summary: '{{ $labels.pod }} is more than five minutes behind',
      description: 'If it took over now, that much would be lost.',
      cases: {
        after: 20,
        fires: { 'cnpg_pg_replication_lag{namespace="a",pod="p"}': '400x30' },
        about: { namespace: 'a', pod: 'p' },
        silent: { 'cnpg_pg_replication_lag{namespace="a",pod="p"}': '200x30' },
      },
    },
    {
      name: 'DatabaseBackupTooOld',
      severity: 'critical',
      expr: `time() - max by (namespace) (barman_cloud_cloudnative_pg_io_last_available_backup_timestamp > 0) > ${2 * day}`,
      for: '1h',
      summary: 'The newest backup of PostgreSQL is more than two days old',
      description: 'kubectl get backups says which failed, and their status why.',
      cases: {
        after: 3000,
        fires: { 'barman_cloud_cloudnative_pg_io_last_available_backup_timestamp{namespace="a"}': '1x3100' },
        about: { namespace: 'a' },
        silent: {
          'barman_cloud_cloudnative_pg_io_last_available_backup_timestamp{namespace="a"}': '0+60x3100',
        },
      },
    },
    {
      name: 'DatabaseBackupFailed',
      severity: 'warning',
      expr: 'max by (namespace) (barman_cloud_cloudnative_pg_io_last_failed_backup_timestamp) > max by (namespace) (barman_cloud_cloudnative_pg_io_last_available_backup_timestamp)',
      for: '10m',
      summary: 'The last backup of PostgreSQL failed',
      description: 'The one before is kept. kubectl describe backup says why.',
      cases: {
        after: 20,
        fires: {
          'barman_cloud_cloudnative_pg_io_last_failed_backup_timestamp{namespace="a"}': '200x30',
          'barman_cloud_cloudnative_pg_io_last_available_backup_timestamp{namespace="a"}': '100x30',
        },
        about: { namespace: 'a' },
        silent: {
          'barman_cloud_cloudnative_pg_io_last_failed_backup_timestamp{namespace="a"}': '100x30',
          'barman_cloud_cloudnative_pg_io_last_available_backup_timestamp{namespace="a"}': '200x30',
        },
      },
    },
    {
      name: 'DatabaseLogNotArchived',
      severity: 'critical',
      expr: 'max by (namespace) (cnpg_collector_pg_wal_archive_status{value="ready"}) > 20',
      for: '15m',
      summary: 'PostgreSQL cannot archive its log',
      description: 'Until it can, nothing newer is in the backup, and its disk fills up.',
      cases: {
        after: 20,
        fires: { 'cnpg_collector_pg_wal_archive_status{namespace="a",value="ready"}': '30x40' },
        about: { namespace: 'a' },
        silent: { 'cnpg_collector_pg_wal_archive_status{namespace="a",value="ready"}': '5x40' },
      },
    },
  ],
};

export const topics: AlertGroup = {
  name: 'kafka',
  team: 'data',
  app: 'kafka',
  alerts: [
    {
      name: 'PartitionUnderReplicated',
      severity: 'critical',
      expr: 'sum by (namespace, topic) (kafka_topic_partition_under_replicated_partition) > 0',
      for: '10m',
      summary: 'Partitions of {{ $labels.topic }} lack copies',
      description: 'A broker is down or behind. When another goes, nobody can write.',
      cases: {
        after: 15,
        fires: {
          'kafka_topic_partition_under_replicated_partition{namespace="a",topic="t",partition="0"}': '1x30',
        },
        about: { namespace: 'a', topic: 't' },
        silent: {
          'kafka_topic_partition_under_replicated_partition{namespace="a",topic="t",partition="0"}': '0x30',
        },
      },
    },
    {
      name: 'ConsumerFallsBehind',
      severity: 'warning',
      // The archive commits by files: it has alerts of its own.
      expr: `sum by (namespace, consumergroup, topic) (kafka_consumergroup_lag{consumergroup!="${consumerGroup}"}) > 10000 and sum by (namespace, consumergroup, topic) (delta(kafka_consumergroup_lag[30m])) > 0`,
      for: '30m',
      summary: '{{ $labels.consumergroup }} falls behind on {{ $labels.topic }}',
      description:
        'It reads less than is written, for an hour. See whether it runs, and whether what it writes to is slow.',
      cases: {
        after: 90,
        fires: {
          'kafka_consumergroup_lag{namespace="a",consumergroup="g",topic="t",partition="0"}': '9000+200x120',
        },
        about: { namespace: 'a', consumergroup: 'g', topic: 't' },
        silent: {
          'kafka_consumergroup_lag{namespace="a",consumergroup="g",topic="t",partition="0"}': '90000-200x120',
        },
      },
    },
  ],
};

export const caches: AlertGroup = {
  name: 'valkey',
  team: 'data',
  app: 'valkey-dedup',
  alerts: [
    {
      name: 'CacheDown',
      severity: 'critical',
      expr: 'redis_up == 0',
      for: '5m',
      summary: 'The cache does not answer on {{ $labels.pod }}',
      description: 'The pipeline waits for it and goes on when it is back.',
      cases: {
        after: 10,
        fires: { 'redis_up{namespace="a",pod="p"}': '0x20' },
        about: { namespace: 'a', pod: 'p' },
        silent: { 'redis_up{namespace="a",pod="p"}': '1x20' },
      },
    },
    {
      name: 'CacheAlmostFull',
      severity: 'warning',
      expr: 'redis_memory_used_bytes / (redis_memory_max_bytes > 0) > 0.9',
      for: '15m',
      summary: 'The cache on {{ $labels.pod }} is 90 % full',
      description: 'A cache of keys then forgets early, and one of master data refuses to write.',
      cases: {
        after: 20,
        fires: {
          'redis_memory_used_bytes{namespace="a",pod="p"}': '95x30',
          'redis_memory_max_bytes{namespace="a",pod="p"}': '100x30',
        },
        about: { namespace: 'a', pod: 'p' },
        silent: {
          'redis_memory_used_bytes{namespace="a",pod="p"}': '95x30',
          'redis_memory_max_bytes{namespace="a",pod="p"}': '0x30',
        },
      },
    },
  ],
};

export const clusterBackups: AlertGroup = {
  name: 'velero',
  team: 'platform',
  app: 'velero',
  alerts: [
    {
      name: 'ClusterBackupTooOld',
      severity: 'critical',
      expr: `time() - max by (schedule) (velero_backup_last_successful_timestamp{schedule!=""} > 0) > ${2 * day}`,
      for: '1h',
      summary: 'The newest backup by {{ $labels.schedule }} is more than two days old',
      description: 'velero backup describe says what it could not keep.',
      cases: {
        after: 3000,
        fires: { 'velero_backup_last_successful_timestamp{schedule="s"}': '1x3100' },
        about: { schedule: 's' },
        silent: { 'velero_backup_last_successful_timestamp{schedule="s"}': '0+60x3100' },
      },
    },
    {
      name: 'ClusterBackupFailed',
      severity: 'warning',
      expr: 'sum by (schedule) (increase(velero_backup_failure_total{schedule!=""}[25h])) + sum by (schedule) (increase(velero_backup_partial_failure_total{schedule!=""}[25h])) > 0',
      summary: 'A backup by {{ $labels.schedule }} failed',
      description: 'velero backup logs says at which object.',
      cases: {
        after: 20,
        fires: {
          'velero_backup_failure_total{schedule="s"}': '0x10 1x20',
          'velero_backup_partial_failure_total{schedule="s"}': '0x30',
        },
        about: { schedule: 's' },
        silent: {
          'velero_backup_failure_total{schedule="s"}': '1x30',
          'velero_backup_partial_failure_total{schedule="s"}': '2x30',
        },
      },
    },
  ],
};
