import { type Topic, topic } from '#generator';

/** What a topic is made with. Replication is the same for all of them: the environment's. */
export interface TopicEntry {
  readonly name: string;
  readonly partitions: number;
  readonly retentionDays: number;
}

// Every event passes here. As many partitions as `ingest`, so that no step of the pipeline runs with fewer tasks.
const events = (name: string): TopicEntry => ({ name, partitions: 4, retentionDays: 7 });
// Rare, and looked at by people.
const failures = (name: string): TopicEntry => ({ name, partitions: 1, retentionDays: 14 });
// Of no use once they were scraped or counted.
const figures = (name: string): TopicEntry => ({ name, partitions: 1, retentionDays: 2 });

/**
 * Every topic that a program of the platform reads or writes. The brokers make none by themselves, so that a
 * misspelled name is an error and not an empty topic. Only command-api makes further ones: those of single datasets.
 */
export const topics = {
  ingest: events('ingest'),
  raw: events('raw'),
  unique: events('unique'),
  denorm: events('denorm'),
  transform: events('transform'),
  transformFailed: failures('transform.failed'),
  failed: failures('failed'),
  stats: figures('stats'),

  masterdataIngest: events('masterdata.ingest'),
  masterdataRaw: events('masterdata.raw'),
  masterdataUnique: events('masterdata.unique'),
  masterdataDenorm: events('masterdata.denorm'),
  masterdataTransform: events('masterdata.transform'),
  masterdataTransformFailed: failures('masterdata.transform.failed'),
  masterdataFailed: failures('masterdata.failed'),
  masterdataStats: figures('masterdata.stats'),

  hudiConnectorIn: events('hudi.connector.in'),
  hudiConnectorOut: events('hudi.connector.out'),

  systemEvents: events('system.events'),
  systemTelemetryEvents: events('system.telemetry.events'),
  connectorsFailed: failures('connectors.failed'),
  obsrvConnectorsMetrics: figures('obsrv-connectors-metrics'),
  // One name in every environment, which has brokers of its own anyway; so producer and consumer meet.
  sparkStats: figures('spark.stats'),
} as const satisfies Readonly<Record<string, TopicEntry>>;

/** The topics as outputs, under the same keys. */
export function topicOutputs(): Readonly<Record<keyof typeof topics, Topic>> {
  return Object.fromEntries(Object.entries(topics).map(([key, { name }]) => [key, topic(name)])) as Record<
    keyof typeof topics,
    Topic
  >;
}
