import { consumerGroup } from '../../processing/event-archive-config.ts';
import type { AlertGroup } from './alert.ts';

/** Of the consumer that writes events to object storage, by files: it commits when one is full, or at most an hour old. */
const archived = (metric: string): string =>
  `kafka_consumergroup_${metric}{consumergroup="${consumerGroup}"}`;
const ofPartition = (metric: string): string =>
  `kafka_consumergroup_${metric}{namespace="a",consumergroup="${consumerGroup}",topic="t",partition="0"}`;

export const archive: AlertGroup = {
  name: 'event-archive',
  team: 'data',
  app: 'event-archive',
  alerts: [
    {
      name: 'ArchiveStands',
      severity: 'critical',
      expr: `count by (namespace, topic) (${archived('lag')} > 0 unless changes(${archived('current_offset')}[1h]) > 0)`,
      for: '90m',
      summary: 'Events of {{ $labels.topic }} are not archived',
      description:
        'Some have waited for two hours, and Kafka keeps them for some days only. Its log says whether the bucket lets it in.',
      cases: {
        after: 160,
        fires: { [ofPartition('lag')]: '5x200', [ofPartition('current_offset')]: '7x200' },
        about: { namespace: 'a', topic: 't' },
        silent: { [ofPartition('lag')]: '0x160 5x40', [ofPartition('current_offset')]: '7x200' },
      },
    },
    {
      name: 'ArchiveFallsBehind',
      severity: 'warning',
      // What is left right after a file was written: in between it grows by itself.
      expr: `sum by (namespace, topic) (min_over_time(${archived('lag')}[2h]) - min_over_time(${archived('lag')}[2h] offset 2h)) > 10000`,
      for: '1h',
      summary: 'The archive falls behind on {{ $labels.topic }}',
      description:
        'It writes less than comes. Give it more processors or replicas with resize in the environment.',
      cases: {
        after: 400,
        fires: { [ofPartition('lag')]: '0+200x500' },
        about: { namespace: 'a', topic: 't' },
        silent: {
          [ofPartition('lag')]: '0+1000x60 0+1000x60 0+1000x60 0+1000x60 0+1000x60 0+1000x60 0+1000x60',
        },
      },
    },
  ],
};

export const objects: AlertGroup = {
  name: 'object-store',
  team: 'data',
  app: 'object-store',
  alerts: [
    {
      name: 'ObjectStoreAlmostFull',
      severity: 'critical',
      expr: 'sum by (namespace) (kubelet_volume_stats_available_bytes{namespace="object-store",persistentvolumeclaim=~"data-object-store-volume-.+"}) / sum by (namespace) (kubelet_volume_stats_capacity_bytes{namespace="object-store",persistentvolumeclaim=~"data-object-store-volume-.+"}) < 0.15',
      for: '15m',
      summary: 'The object store has less than 15 % left',
      description:
        'With 5 % left it takes nothing more: no checkpoint, no segment, no backup. Keep less, or give it larger disks with resize in the environment.',
      cases: {
        after: 20,
        fires: {
          'kubelet_volume_stats_available_bytes{namespace="object-store",persistentvolumeclaim="data-object-store-volume-0"}':
            '10x30',
          'kubelet_volume_stats_capacity_bytes{namespace="object-store",persistentvolumeclaim="data-object-store-volume-0"}':
            '100x30',
        },
        about: { namespace: 'object-store' },
        silent: {
          'kubelet_volume_stats_available_bytes{namespace="object-store",persistentvolumeclaim="data-object-store-volume-0"}':
            '20x30',
          'kubelet_volume_stats_capacity_bytes{namespace="object-store",persistentvolumeclaim="data-object-store-volume-0"}':
            '100x30',
        },
      },
    },
  ],
};
