import { describe, expect, test } from 'vitest';
import { at, beside, one, type PlainObject, renderedSamplesOf, variables } from '#testing';
import { hms } from '../stores/hms.ts';
import { lakehouseConnector } from './lakehouse-connector.ts';

describe.each(await renderedSamplesOf(lakehouseConnector))('the lakehouse connector on $name', (sample) => {
  const { app, environment, manifests } = sample;
  const { cloud } = environment;
  const job = one(manifests, 'FlinkDeployment');
  const files = one(manifests, 'ConfigMap').object.data as Record<string, string>;
  const settings = files['job.conf'] ?? '';
  const core = Object.fromEntries(
    [...(files['core-site.xml'] ?? '').matchAll(/<name>(.*)<\/name><value>(.*)<\/value>/g)].map(
      ([, name, value]) => [name ?? '', value ?? ''],
    ),
  );
  const pod = at(job, 'spec.podTemplate.spec') as PlainObject;

  test('writes its tables to the bucket of the lakehouse, by an address that Hadoop knows', () => {
    const bucket = String(at(app.consumes.environment?.lakehouse as never, 'url')).replace(/^s3:/, 's3a:');
    expect(settings).toContain(`hudi.table.base.path = "${bucket}/hudi"`);
    const scheme = { aws: 's3a', local: 's3a', azure: 'wasbs', gcp: 'gs' }[cloud.kind];
    expect(bucket.startsWith(`${scheme}://`)).toBe(true);
    expect(settings).toContain(`hudi.fs.atomic_creation.support = "${scheme}"`);
  });

  test('is let in by the identity of the cloud, and by a key only where its Hadoop knows no identity', () => {
    const secrets = Object.keys(variables(at(pod, 'containers.0') as PlainObject)).filter((name) =>
      /KEY/.test(name),
    );
    expect(secrets).toEqual(
      {
        aws: [],
        gcp: [],
        azure: ['AZURE_STORAGE_KEY'],
        local: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
      }[cloud.kind],
    );
    const [credentials] = Object.entries(core).flatMap(([name, value]) =>
      /credentials|account\.key/.test(name) ? [value] : [],
    );
    expect(credentials).toBe(
      {
        aws: 'com.amazonaws.auth.WebIdentityTokenCredentialsProvider',
        local: 'com.amazonaws.auth.EnvironmentVariableCredentialsProvider',
        azure: `\${env.AZURE_STORAGE_KEY}`,
        gcp: undefined,
      }[cloud.kind],
    );
    expect(one(manifests, 'ServiceAccount').name).toBe('lakehouse-connector');
  });

  test('takes what its image lacks from one that has it, and starts nothing of that', () => {
    const [init] = (pod.initContainers ?? []) as PlainObject[];
    const image = { aws: undefined, local: undefined, azure: 'hadoop', gcp: 'lakehouse-connector-gcs' };
    expect(init?.image).toBe(app.images[image[cloud.kind] ?? '']?.reference);
    expect(at(init, 'command.0')).toBe(init === undefined ? undefined : 'sh');
    const { HADOOP_CLASSPATH } = variables(at(pod, 'containers.0') as PlainObject);
    expect(HADOOP_CLASSPATH).toBe(init === undefined ? undefined : '/opt/libraries/*');
  });

  test('tells the metastore of its tables, and holds no login to its database', () => {
    const { host, port } = beside(sample, hms).provides.thrift as never;
    expect(settings).toContain(`hudi.hms.uri = "thrift://${host}:${port}"`);
    expect(settings).toContain('hudi.hms.database.password = ""');
  });

  test('says each setting once, and none that it does not read', () => {
    const keys = settings.split('\n').map((line) => line.split(' = ')[0]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(settings).not.toMatch(/lock|concurrency/);
  });

  test('pushes the figures of its tables, which no scrape could see, and nothing else', () => {
    expect(settings).toContain('metrics.reporter.type = "PROMETHEUS_PUSHGATEWAY"');
    const flink = at(job, 'spec.flinkConfiguration') as Record<string, string>;
    expect(Object.keys(flink).filter((key) => key.startsWith('metrics.reporter.'))).toEqual([
      'metrics.reporter.prom.factory.class',
      'metrics.reporter.prom.port',
    ]);
  });
});
