// What programs of the platform say about themselves, as tables of Druid: the API and the console ask for these names.

/** Columns by name, with the way to their value in an event. */
type Columns = Readonly<Record<string, string>>;

interface Table {
  readonly dataSource: string;
  readonly texts: Columns;
  /** Columns of other types. */
  readonly typed?: Readonly<Record<string, { readonly type: 'long' | 'json'; readonly path: string }>>;
  /** Figures that are added up for all events of an hour that are alike in their texts. */
  readonly sums?: Readonly<Record<'doubleSum' | 'longSum', Columns>>;
  /** As long a time as is worth a file of its own. */
  readonly segment: 'hour' | 'day';
}

/** A column each for values that have the same name there and below one object of the event. */
const below = (object: string, prefix: string, names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, `${object}.${name}`]));

/** What the pipeline did with each event, and what went wrong. */
const systemEvents: Table = {
  dataSource: 'system-events',
  texts: {
    event_type: 'etype',
    ctx_module: 'ctx.module',
    ...below('ctx.pdata', 'ctx_pdata_', ['id', 'type', 'pid']),
    ...below('ctx', 'ctx_', ['dataset', 'dataset_type']),
    ctx_source_connector: 'ctx.source.connector',
    ctx_source_connector_instance: 'ctx.source.connectorInstance',
    ...below('data.error', 'error_', ['pdata_id', 'pdata_status']),
    ...below('data.error', '', ['error_type', 'error_code', 'error_message', 'error_level']),
    ...below('data.pipeline_stats', '', [
      'extractor_status',
      'validator_status',
      'dedup_status',
      'denorm_status',
    ]),
    transformer_status: 'data.pipeline_stats.transform_status',
  },
  sums: {
    doubleSum: {
      ...below('data.pipeline_stats', '', [
        'total_processing_time',
        'latency_time',
        'processing_time',
        'extractor_time',
        'validator_time',
        'dedup_time',
        'denorm_time',
      ]),
      transformer_time: 'data.pipeline_stats.transform_time',
    },
    longSum: { error_count: 'data.error.error_count' },
  },
  segment: 'hour',
};

/** What users did by way of the API. */
const systemTelemetryEvents: Table = {
  dataSource: 'system-telemetry-events',
  texts: {
    ...below('$', '', ['eid', 'ver', 'mid']),
    ...below('actor', 'actor_', ['id', 'type']),
    ...below('context', 'context_', ['env', 'sid']),
    ...below('context.pdata', 'context_pdata_', ['id', 'ver']),
    ...below('object', 'object_', ['id', 'type']),
    ...below('object.rollup', 'object_rollup_', ['l1', 'l2', 'l3', 'l4']),
    edata_action: 'edata.action',
    ...below('edata.transition', 'edata_transition_', ['timeUnit', 'toState', 'fromState']),
  },
  typed: {
    edata_props: { type: 'json', path: 'edata.props' },
    edata_transition_duration: { type: 'long', path: 'edata.transition.duration' },
  },
  segment: 'day',
};

export const tables = { systemEvents, systemTelemetryEvents };

interface Source {
  readonly topic: string;
  /** `<host>:<port>` of Kafka. */
  readonly bootstrap: string;
  /** How many read at the same time; no more than the topic has partitions. */
  readonly tasks: number;
}

/** What Druid is told so that it reads a topic into a table, from the oldest event on and for good. */
export function supervisorOf(table: Table, { topic, bootstrap, tasks }: Source) {
  const { dataSource, texts, typed = {}, sums, segment } = table;
  const paths: Columns = {
    ets: 'ets',
    ...texts,
    ...Object.fromEntries(Object.entries(typed).map(([name, { path }]) => [name, path])),
    ...sums?.doubleSum,
    ...sums?.longSum,
  };
  const metrics = Object.entries(sums ?? {}).flatMap(([type, columns]) =>
    Object.keys(columns).map((name) => ({ type, name, fieldName: name })),
  );
  return {
    type: 'kafka',
    spec: {
      dataSchema: {
        dataSource,
        timestampSpec: { column: 'ets', format: 'auto' },
        dimensionsSpec: {
          dimensions: [
            ...Object.keys(texts).map((name) => ({ type: 'string', name })),
            ...Object.entries(typed).map(([name, { type }]) => ({ type, name })),
          ],
        },
        metricsSpec: sums ? [{ type: 'count', name: 'count' }, ...metrics] : [],
        granularitySpec: {
          type: 'uniform',
          segmentGranularity: segment,
          queryGranularity: sums ? 'hour' : 'none',
          rollup: sums !== undefined,
        },
      },
      ioConfig: {
        topic,
        consumerProperties: { 'bootstrap.servers': bootstrap },
        inputFormat: {
          type: 'json',
          flattenSpec: {
            useFieldDiscovery: false,
            fields: Object.entries(paths).map(([name, path]) => ({
              type: 'path',
              name,
              expr: path.replace(/^(\$\.)?/, '$.'),
            })),
          },
        },
        useEarliestOffset: true,
        taskCount: tasks,
        replicas: 1,
        taskDuration: 'PT1H',
        completionTimeout: 'PT1H',
      },
      tuningConfig: { type: 'kafka', maxRowsPerSegment: 5_000_000, logParseExceptions: true },
    },
  };
}
