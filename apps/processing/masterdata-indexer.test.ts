import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  bySize,
  containers,
  one,
  type Plain,
  quantity,
  read,
  rendered,
  renderedSamplesOf,
  repository,
  variables,
} from '#testing';
import { kafkaMessageExporter } from '../operations/kafka-message-exporter.ts';
import { druid } from '../stores/druid.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { masterdataIndexer } from './masterdata-indexer.ts';

const mebibytes = (java: Plain | undefined): number => Number(String(java).replace(/m$/, ''));

describe.each(await renderedSamplesOf(masterdataIndexer))('the indexer on $name', (sample) => {
  const { manifests, environment, values } = sample;
  const job = one(manifests, 'ScheduledSparkApplication');
  const template = (path: string) => at(job, `spec.template.${path}`);
  const conf = template('sparkConf') as Record<string, string>;
  const settings = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const driver = variables(containers([job])[0]);

  test('runs once a day, one run at a time, and keeps some of them', () => {
    expect(at(job, 'spec.schedule')).toBe('30 5 * * *');
    expect(at(job, 'spec.concurrencyPolicy')).toBe('Forbid');
    expect(at(job, 'spec.failedRunHistoryLimit')).toBe(3);
    expect(template('restartPolicy.type')).toBe('OnFailure');
  });

  test('starts pods of its own, with what heap and the rest of the JVM need together', () => {
    for (const role of ['driver', 'executor']) {
      const whole = quantity(at(values, `${role}.memory`));
      const heap = mebibytes(template(`${role}.memory`));
      const rest = mebibytes(template(`${role}.memoryOverhead`));
      expect((heap + rest) * 2 ** 20).toBe(whole);
      // Less than a tenth beside the heap is what Spark itself would not dare.
      expect(rest).toBeGreaterThanOrEqual(Math.max(384, heap / 10));
      expect(Number(template(`${role}.cores`))).toBeLessThanOrEqual(
        Math.max(1, quantity(at(values, `${role}.cpu`))),
      );
    }
  });

  test('opens buckets as its cloud wants it, and with a key only where there is no identity', () => {
    const keys = Object.keys(conf).filter((key) => key.startsWith('spark.hadoop.fs.'));
    const { cloud } = environment;
    const text = settings['masterdata-indexer.conf'] ?? '';
    const provider = conf['spark.hadoop.fs.s3a.aws.credentials.provider'];
    switch (cloud.kind) {
      case 'aws':
        expect(provider).toMatch(/WebIdentityTokenCredentialsProvider$/);
        expect(text).toContain('cloud.storage.provider = "aws"');
        return expect(driver.AWS_SECRET_ACCESS_KEY).toBeUndefined();
      case 'local':
        expect(provider).toMatch(/EnvironmentVariableCredentialsProvider$/);
        expect(conf['spark.hadoop.fs.s3a.endpoint']).toBe(cloud.objectStore.endpoint);
        return expect(driver.AWS_SECRET_ACCESS_KEY).toBe('masterdata-indexer-object-store/secretKey');
      case 'gcp':
        expect(text).toContain('cloud.storage.provider = "gcloud"');
        return expect(keys).toEqual([
          'spark.hadoop.fs.AbstractFileSystem.gs.impl',
          'spark.hadoop.fs.gs.impl',
        ]);
      case 'azure':
        expect(keys.map((key) => conf[key])).toEqual([
          expect.stringMatching(/^\$\{env\.AZURE_STORAGE_KEY\}$/),
        ]);
        return expect(driver.AZURE_STORAGE_KEY).toBe('masterdata-indexer-storage-account/accountKey');
    }
  });

  test('writes to the bucket under one name, for which the job puts two schemes in front', () => {
    const [, container] =
      settings['masterdata-indexer.conf']?.match(/cloud\.storage\.container = "(.*)"/) ?? [];
    expect(container).toMatch(/^:\/\/[^/]+\/$/);
  });

  test('reports to the topic that the exporter listens to', () => {
    const topic = at(beside(sample, kafka).provides['topics.sparkStats'] as never, 'name');
    expect(settings['masterdata-indexer.conf']).toContain(`metrics.topicName = "${topic}"`);
    const listens = JSON.stringify(beside(sample, kafkaMessageExporter).values);
    expect(listens).toContain(`"topic":"${topic}"`);
  });

  test('asks Druid by its router and the database with the login of jobs, with passwords from Secrets', () => {
    const router = beside(sample, druid).provides.router as never;
    expect(settings['masterdata-indexer.conf']).toContain(
      `http://${at(router, 'host')}:${at(router, 'port')}/`,
    );
    expect(settings['baseconfig.conf']).toContain(
      `postgres.user = "${at(beside(sample, postgresql).provides['roles.pipeline'] as never, 'name')}"`,
    );
    expect(settings['masterdata-indexer.conf']).toMatch(/^druid\.password = \$\{SETTING_DRUID_PASSWORD\}$/m);
    expect(driver.SETTING_DRUID_PASSWORD).toBe('masterdata-indexer-druid-admin/password');
    expect(driver.SETTING_POSTGRES_PASSWORD).toBe('masterdata-indexer-postgresql-pipeline/password');
  });

  test('may start its executors and nothing else, in its namespace alone', () => {
    expect(all(manifests, 'ClusterRole')).toEqual([]);
    const rules = at(one(manifests, 'Role'), 'rules') as { resources: string[] }[];
    expect(rules.flatMap(({ resources }) => resources)).toEqual(['pods', 'configmaps', 'services']);
    expect(template('executor.template.spec.automountServiceAccountToken')).toBe(false);
  });

  test('has no claim, Secret or ConfigMap of another app', () => {
    expect(JSON.stringify(job.object)).not.toMatch(/persistentVolumeClaim":|flink-baseconfig/);
    expect(all(manifests, 'PersistentVolumeClaim')).toEqual([]);
  });
});

test('the image is made of the Spark that its tag says', () => {
  const text = read(repository, 'apps/images/masterdata-indexer/Dockerfile');
  const [, tag] =
    read(repository, 'images.yaml').match(/localhost\/masterdata-indexer\n {4}tag: (\S+)/) ?? [];
  const [, release, spark] = tag?.match(/^(.+)-spark-(.+)$/) ?? [];
  expect(text).toContain(`FROM docker.io/apache/spark:${spark}-scala2.12-`);
  expect(text).toContain(`--tag localhost/masterdata-indexer:${tag}`);
  expect(release).toMatch(/^\d+\.\d+\.\d+$/);
});

type Change = (values: Record<string, Plain>) => void;
const [small] = await bySize(masterdataIndexer);
const checksum = async (change?: Change) =>
  at(
    one((await rendered(small as never, change)).manifests, 'ScheduledSparkApplication'),
    'spec.template.driver.template.metadata.annotations|checksum/config',
  );

test('a change of the settings is another template, of the next run', async () => {
  const change: Change = (values) =>
    Object.assign(at(values, 'files|/data/conf/masterdata-indexer.conf') as object, { settings: { a: 1 } });
  expect(await checksum(change)).not.toBe(await checksum());
});

test.each<[string, Change, string]>([
  [
    'too little memory',
    (values) => Object.assign(values.driver as object, { memory: '512Mi' }),
    'memory of 512Mi leaves 128m for the heap',
  ],
  [
    'two files of one name',
    (values) => Object.assign(values.files as object, { '/other/baseconfig.conf': { settings: {} } }),
    'two files are called baseconfig.conf',
  ],
  ['a key that it does not know', (values) => Object.assign(values, { replicas: 2 }), 'replicas'],
  ['two object stores', (values) => Object.assign(values.objectStore as object, { gcp: {} }), 'objectStore'],
])('%s is refused when the chart is rendered', async (_, change, message) => {
  await expect(rendered(small as never, change)).rejects.toThrow(message);
});

test('a large environment has more and larger executors than a small one', async () => {
  const samples = await bySize(masterdataIndexer);
  expect(samples.map(({ app }) => at(app.values ?? {}, 'executor.replicas'))).toEqual([1, 2, 3]);
});
