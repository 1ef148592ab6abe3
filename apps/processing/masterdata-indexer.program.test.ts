import { expect, test } from 'vitest';
import {
  at,
  containers,
  one,
  type Plain,
  type PlainObject,
  quantity,
  type RenderedSample,
  renderedSamplesOf,
} from '#testing';
import { runJava } from '../test/java.ts';
import { masterdataIndexer } from './masterdata-indexer.ts';

/** What the job reads, by file and key, and of which type; from obsrv-core at the commit that its image is built from. */
const reads = {
  'masterdata-indexer.conf': {
    env: 'string',
    'kafka.bootstrap.servers': 'string',
    'metrics.topicName': 'string',
    'redis.scan.count': 'int',
    'redis.max.pipeline.size': 'int',
    'cloud.storage.provider': 'string',
    'cloud.storage.container': 'string',
    'druid.indexer.url': 'string',
    'druid.segment.granularity': 'string',
    'druid.username': 'string',
    'druid.password': 'string',
    'source.spec': 'string',
    'delta.ingestion.spec': 'string',
  },
  'baseconfig.conf': {
    'postgres.host': 'string',
    'postgres.port': 'int',
    'postgres.database': 'string',
    'postgres.user': 'string',
    'postgres.password': 'string',
    'postgres.maxConnections': 'int',
  },
};

function inputOf({ manifests, values }: RenderedSample): PlainObject {
  const job = one(manifests, 'ScheduledSparkApplication');
  const [driver, executor] = containers([job]);
  const has = (container: typeof driver) => [
    ...names(container?.env, 'name'),
    ...names(container?.volumeMounts, 'mountPath'),
  ];
  const wanted = (role: string, container: typeof driver) => ({
    memory: String(quantity(at(values, `${role}.memory`))),
    cpu: at(values, `${role}.cpu`) as string,
    account: 'masterdata-indexer',
    has: has(container),
  });
  return {
    application: job.object,
    files: one(manifests, 'ConfigMap').object.data as PlainObject,
    pods: { driver: wanted('driver', driver), executor: wanted('executor', executor) },
    reads,
  };
}

const names = (list: Plain | undefined, key: string): string[] =>
  Array.isArray(list) ? list.map((item) => String(at(item, key))) : [];

const inputs = Object.fromEntries(
  (await renderedSamplesOf(masterdataIndexer)).map((sample) => [sample.name, inputOf(sample)]),
);

/** What the cluster would give the driver. */
const env = { SETTING_POSTGRES_PASSWORD: 'a', SETTING_DRUID_PASSWORD: 'b' };
// Spark 3.5 runs on nothing newer.
const complaintsAbout = (samples: unknown) => runJava('spark', samples, { minimum: 17, maximum: 17, env });

test('Spark makes the pods that the sizes say, knows every property, and the job is told what it reads', async () => {
  expect(await complaintsAbout(inputs)).toEqual([]);
});

test('they notice each mistake', async () => {
  const mistakes: readonly [place: string, mistake: PlainObject, complaint: string][] = [
    ['application.spec.template', { mode: 'somewhere' }, 'deploy'],
    ['application.spec.template.sparkConf', { 'spark.executor.corse': '1' }, 'no property of Spark'],
    ['application.spec.template.sparkConf', { 'spark.driver.maxResultSize': 'much' }, 'maxResultSize'],
    ['application.spec.template.sparkConf', { 'spark.hadoop.fs.s3a.endpiont': 'x' }, 'no key of the client'],
    [
      'application.spec.template.sparkConf',
      { 'spark.hadoop.fs.s3a.aws.credentials.provider': 'com.amazonaws.auth.Nobody' },
      'ClassNotFoundException',
    ],
    ['application.spec.template.driver', { memoryOverhead: '100m' }, 'driver: memory is'],
    ['application.spec.template.executor', { coreRequest: '3' }, 'executor: cpu is 3'],
    [
      'files',
      { 'baseconfig.conf': 'postgres.host = a' },
      "No configuration setting found for key 'postgres.port'",
    ],
    [
      'files',
      { 'masterdata-indexer.conf': 'kafka.topic.ingest = "ingest"' },
      'kafka.topic.ingest is read by nobody',
    ],
  ];
  const broken = mistakes.map(([place, mistake], index) => {
    const input = structuredClone(inputs['aws-large'] ?? {});
    Object.assign(at(input, place) as object, mistake);
    return [`mistake ${index}`, input] as const;
  });
  const complaints = await complaintsAbout(Object.fromEntries(broken));
  for (const [index, [, , complaint]] of mistakes.entries())
    expect(complaints).toContainEqual(
      expect.stringMatching(RegExp(`^mistake ${index}: .*${complaint}`, 's')),
    );
});
