import type { Bucket, Cloud, Endpoint, Topic } from '#generator';

export interface Archive {
  readonly brokers: Endpoint;
  readonly topics: readonly Topic[];
  readonly cloud: Cloud;
  readonly bucket: Bucket;
  /** In front of every object; what the API calls the path of telemetry. */
  readonly prefix: string;
  /** Most bytes of one partition in a file, before it is packed. */
  readonly fileBytes: number;
  /** Longest time that an event waits to be in a file. */
  readonly fileAge: string;
}

/** By whose offsets Kafka knows how far the archive is. */
export const consumerGroup = 'event-archive';

/** What Bento puts in place of a message's metadata. */
const meta = (name: string): string => `\${! meta("${name}") }`;

// By the time at which the platform got the event; its own telemetry says that by another name.
const sorting = `let event = content().parse_json().catch({})
let dataset = $event.dataset.or("").string().re_replace_all("[^a-zA-Z0-9._-]", "")
let received = $event.obsrv_meta.syncts.number().catch($event.ets.number()).catch(null)
let seconds = ($received / 1000).catch(meta("kafka_timestamp_unix").number())
meta dataset = if $dataset == "" { "others" } else { $dataset }
meta day = $seconds.floor().ts_format("2006-01-02", "UTC")
`;

/**
 * Configuration of Bento. A file has the events of one partition, dataset and day, and its name begins with the first of
 * them. What was read counts as read once the file is in the bucket, so that nothing is lost and little comes twice.
 */
export const archiveConfig = ({ brokers, topics, fileBytes, fileAge, ...store }: Archive) => ({
  http: { address: '0.0.0.0:4195' },
  logger: { level: 'INFO', format: 'json' },
  metrics: { prometheus: {} },
  input: {
    kafka_franz: {
      seed_brokers: [`${brokers.host}:${brokers.port}`],
      topics: topics.map(({ name }) => name),
      consumer_group: consumerGroup,
      // More than fit into a file, or reading would stop before the file is full.
      checkpoint_limit: 1_000_000,
      batching: { byte_size: fileBytes, period: fileAge },
    },
  },
  pipeline: {
    // Files of all partitions are due at about the same time: packed one by one, they need no memory for each other.
    threads: 1,
    processors: [
      { mapping: sorting },
      { group_by_value: { value: `${meta('dataset')}/${meta('day')}` } },
      { archive: { format: 'lines' } },
      { compress: { algorithm: 'gzip' } },
    ],
  },
  output: outputOf(store),
});

function outputOf({ cloud, bucket, prefix }: Pick<Archive, 'cloud' | 'bucket' | 'prefix'>) {
  const path = [
    prefix,
    meta('kafka_topic'),
    meta('dataset'),
    meta('day'),
    `${meta('kafka_partition')}-${meta('kafka_offset')}.json.gz`,
  ].join('/');
  const writing = { path, max_in_flight: 4 };
  switch (cloud.kind) {
    case 'aws':
      return { aws_s3: { bucket: bucket.name, ...writing, timeout: '60s', region: cloud.region } };
    case 'azure':
      return {
        azure_blob_storage: { storage_account: cloud.storageAccount, container: bucket.name, ...writing },
      };
    case 'gcp':
      return { gcp_cloud_storage: { bucket: bucket.name, ...writing, timeout: '60s' } };
    case 'local':
      return {
        aws_s3: {
          bucket: bucket.name,
          ...writing,
          timeout: '60s',
          ...cloud.objectStore,
          force_path_style_urls: true,
        },
      };
  }
}
