import { type Topic, topic } from '#generator';
import type { Values } from '../../schemas/charts/kafka.gen.ts';
import type { KafkaSize } from './kafka-sizes.ts';

/**
 * What passes through a topic: `input` is every event as it came, from which all others can be made again; `step` is
 * every event at some point of its way; `idle` next to nothing, on as many lanes; `rare` is looked at by people;
 * `figures` are of no use once they were scraped or counted.
 */
type Use = 'input' | 'step' | 'idle' | 'rare' | 'figures';

interface TopicEntry {
  readonly name: string;
  readonly use: Use;
}

/**
 * Every topic that a program of the platform, at its version, reads or writes. The brokers make none by themselves, so
 * that a misspelled name is an error and not an empty topic. Only command-api makes further ones: those of single
 * datasets, in which the pipeline puts what Druid, the cache indexer and the lakehouse connector read.
 */
export const topics = {
  ingest: { name: 'ingest', use: 'input' },
  raw: { name: 'raw', use: 'step' },
  unique: { name: 'unique', use: 'step' },
  denorm: { name: 'denorm', use: 'step' },
  transform: { name: 'transform', use: 'step' },
  transformFailed: { name: 'transform.failed', use: 'rare' },
  failed: { name: 'failed', use: 'rare' },
  stats: { name: 'stats', use: 'figures' },

  masterdataIngest: { name: 'masterdata.ingest', use: 'rare' },
  masterdataFailed: { name: 'masterdata.failed', use: 'rare' },
  masterdataStats: { name: 'masterdata.stats', use: 'figures' },

  hudiConnectorIn: { name: 'hudi.connector.in', use: 'idle' },
  hudiConnectorOut: { name: 'hudi.connector.out', use: 'idle' },

  systemEvents: { name: 'system.events', use: 'step' },
  systemTelemetryEvents: { name: 'system.telemetry.events', use: 'rare' },
  // Nothing of the published sources writes here; see `commandSettings`.
  telemetryEvents: { name: 'telemetry.events', use: 'rare' },
  connectorsFailed: { name: 'connectors.failed', use: 'rare' },
  obsrvConnectorsMetrics: { name: 'obsrv-connectors-metrics', use: 'figures' },
  // One name in every environment, which has brokers of its own anyway; so producer and consumer meet.
  sparkStats: { name: 'spark.stats', use: 'figures' },
} as const satisfies Readonly<Record<string, TopicEntry>>;

/** The topics as outputs, under the same keys. */
export function topicOutputs(): Readonly<Record<keyof typeof topics, Topic>> {
  return Object.fromEntries(Object.entries(topics).map(([key, { name }]) => [key, topic(name)])) as Record<
    keyof typeof topics,
    Topic
  >;
}

/** What an event takes on a volume, compressed, with what was written about it on its way. */
const eventBytes = 1024;

/** The topics as an environment of a size has them. Copies are the same for all of them. */
export function topicsOf(size: KafkaSize): Values['topics'] {
  const { partitions, eventsPerSecond, inputDays, stepDays } = size;
  const all = (days: number) => ({
    partitions,
    retentionDays: days,
    // What is expected in that time: a flood takes no more, and is kept for less long.
    maxBytes: Math.ceil((eventsPerSecond * eventBytes * 86_400 * days) / partitions),
  });
  const uses: Readonly<Record<Use, Omit<Values['topics'][number], 'name'>>> = {
    input: all(inputDays),
    step: all(stepDays),
    idle: { partitions, retentionDays: stepDays },
    rare: { partitions: 1, retentionDays: 14 },
    figures: { partitions: 1, retentionDays: 2 },
  };
  return Object.values(topics).map(({ name, use }) => ({ name, ...uses[use] }));
}
