import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  beside,
  bySize,
  type Manifest,
  one,
  type Plain,
  type PlainObject,
  rendered,
  variables,
} from '#testing';
import { kafka } from '../stores/kafka.ts';
import { flinkJobs, renderedFlinkJobs } from '../test/flink-jobs.ts';
import { unifiedPipeline } from './unified-pipeline.ts';

const settingsOf = (manifests: readonly Manifest[]) =>
  one(manifests, 'ConfigMap').object.data as Record<string, string>;
const container = (from: Manifest | undefined, path: string) =>
  at(from, `${path}.spec.containers.0`) as PlainObject;
const checksum = (manifests: readonly Manifest[]) =>
  at(one(manifests, 'FlinkDeployment'), 'spec.podTemplate.metadata.annotations|checksum/config');

const samples = await renderedFlinkJobs();

describe.each(samples)('$app.name on $name', (sample) => {
  const { app, environment, manifests, values } = sample;
  const { cloud } = environment;
  const job = one(manifests, 'FlinkDeployment');
  const flink = at(job, 'spec.flinkConfiguration') as Record<string, string>;
  const topics = at(beside(sample, kafka).values ?? {}, 'topics') as { name: string; partitions: number }[];
  const settings = Object.fromEntries(
    (settingsOf(manifests)['job.conf'] ?? '').split('\n').map((line) => {
      const [key = '', value = ''] = line.split(' = ');
      return [key, value.replaceAll('"', '')];
    }),
  );

  test('keeps all state in the bucket, and finds it again: nothing is on the disk of a pod', () => {
    const url = String(at(values, 'state.url'));
    const bucket = String(at(app.consumes.environment?.checkpoints as never, 'url'));
    expect(url.replace(/^s3a:/, 's3:')).toBe(`${bucket}/${app.name}`);
    expect(flink['high-availability.type']).toBe('kubernetes');
    for (const key of ['high-availability.storageDir', 'state.checkpoints.dir', 'state.savepoints.dir'])
      expect(flink[key]?.startsWith(`${url}/`)).toBe(true);
    expect(settings['job.statebackend.base.url']).toBe(`${url}/checkpoints`);
    expect(JSON.stringify([flink, settingsOf(manifests)])).not.toMatch(/file:\/|\/tmp/);
  });

  test('goes on from a savepoint when it is upgraded, and is started anew when it gave up', () => {
    expect(at(job, 'spec.job.upgradeMode')).toBe('savepoint');
    expect(at(job, 'spec.job.allowNonRestoredState')).toBe(false);
    expect(flink['kubernetes.operator.job.restart.failed']).toBe('true');
  });

  test('gives Flink the whole memory of the container to divide, and nothing beyond it', () => {
    for (const process of ['jobManager', 'taskManager'])
      expect(at(job, `spec.${process}.resource.memory`)).toBe(at(values, `${process}.memory`));
    const keys = Object.keys(flink).filter((key) =>
      /memory\.(flink|process|heap|jvm)|Xmx|limit-factor/.test(key),
    );
    expect(keys.filter((key) => !key.endsWith('cpu.limit-factor'))).toEqual([]);
  });

  test('runs as many lanes as its TaskManagers have slots, no more than its topics have partitions', () => {
    const lanes = Number(at(values, 'taskManager.replicas')) * Number(at(values, 'taskManager.slots'));
    expect(at(job, 'spec.job.parallelism')).toBe(lanes);
    expect(settings['task.consumer.parallelism']).toBe(String(lanes));
    expect(settings['task.downstream.operators.parallelism']).toBe(String(lanes));
    expect(Object.keys(flink)).not.toContain('scheduler-mode');
    expect(Number(flink['taskmanager.numberOfTaskSlots'])).toBeLessThanOrEqual(lanes);
    const input = topics.find(({ name }) => name === settings['kafka.input.topic']);
    // A job without one reads the topics of its datasets, which its registry tells it.
    if (input !== undefined) expect(lanes).toBeLessThanOrEqual(input.partitions);
  });

  test('shows no credential: arguments and settings name variables that come from Secrets', () => {
    expect(at(job, 'spec.job.args')).toEqual(['--config.file.path', '/data/flink/conf/job.conf']);
    const given = variables(container(job, 'spec.podTemplate'));
    const { AWS_REGION, HADOOP_CONF_DIR, HADOOP_CLASSPATH, ...secret } = given;
    expect(AWS_REGION).toBe(
      {
        aws: 'region' in cloud && cloud.region,
        local: 'objectStore' in cloud && cloud.objectStore.region,
        azure: undefined,
        gcp: undefined,
      }[cloud.kind],
    );
    const ofItsOwn = new RegExp(`^${app.name}-[a-z-]+/\\w+$`);
    expect(Object.values(secret).filter((value) => !ofItsOwn.test(value))).toEqual([]);
    expect(Object.keys(secret)).toHaveLength({ aws: 1, azure: 2, gcp: 1, local: 3 }[cloud.kind]);
    expect(settingsOf(manifests)['baseconfig.conf']).toMatch(
      /^postgres\.password = \$\{POSTGRES_PASSWORD\}$/m,
    );
  });

  test('is asked whether it works: both kinds of pods, each on a port that it serves', () => {
    const [jobs, tasks] = [
      container(job, 'spec.jobManager.podTemplate'),
      container(job, 'spec.taskManager.podTemplate'),
    ];
    expect([at(jobs, 'readinessProbe.httpGet.port'), at(jobs, 'livenessProbe.tcpSocket.port')]).toEqual([
      8081, 6123,
    ]);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
      expect(at(tasks, `${probe}.tcpSocket.port`)).toBe(6122);
    for (const pod of [jobs, tasks]) expect(pod.name).toBe('flink-main-container');
  });

  test('is scraped once: one monitor, on the port of the metrics that every pod has', () => {
    const monitor = one(manifests, 'PodMonitor');
    const labels = { app: app.name, type: 'flink-native-kubernetes' };
    expect(at(monitor, 'spec.selector.matchLabels')).toEqual(labels);
    expect(at(one(manifests, 'NetworkPolicy'), 'spec.podSelector.matchLabels')).toEqual(labels);
    const ports = container(job, 'spec.podTemplate').ports as { name: string; containerPort: number }[];
    const scraped = ports.find(({ name }) => name === at(monitor, 'spec.podMetricsEndpoints.0.port'));
    expect(String(scraped?.containerPort)).toBe(flink['metrics.reporter.prom.port']);
    expect(all(manifests, 'ServiceMonitor')).toEqual([]);
  });

  test('has an account of its own in every environment, with rights on what Flink makes', () => {
    expect(at(job, 'spec.serviceAccount')).toBe(one(manifests, 'ServiceAccount').name);
    const rules = at(one(manifests, 'Role'), 'rules') as {
      resources: string[];
      verbs: string[];
      resourceNames?: string[];
    }[];
    expect(rules.flatMap(({ resources }) => resources)).toEqual([
      'pods',
      'configmaps',
      'deployments',
      'deployments/finalizers',
    ]);
    expect(
      rules
        .filter(({ resources }) => resources[0]?.startsWith('deployments'))
        .map((rule) => rule.resourceNames),
    ).toEqual([[app.name], [app.name]]);
    expect(manifests.filter(({ kind }) => kind.startsWith('Cluster'))).toEqual([]);
  });

  test('is a job whose image, class and file are all said, by names that exist', () => {
    expect(at(job, 'spec.image')).toBe(app.images[app.name]?.reference);
    expect(at(job, 'spec.job.entryClass')).toMatch(/StreamTask$/);
    expect(at(job, 'spec.job.jarURI')).toMatch(/^local:\/\/\/.+\.jar$/);
  });

  test('lets a node be drained: one JobManager at a time, and all TaskManagers but one must stay', () => {
    const pods = Number(at(values, 'taskManager.replicas'));
    const budgets = all(manifests, 'PodDisruptionBudget').map(({ name, object }) => [
      name,
      at(object, 'spec.maxUnavailable') ?? at(object, 'spec.minAvailable'),
    ]);
    const tasks = pods > 1 ? [[`${app.name}-taskmanager`, pods - 1]] : [];
    expect(budgets).toEqual([[`${app.name}-jobmanager`, 1], ...tasks]);
  });

  test('reads and writes topics that are made', () => {
    const named = Object.entries(settings).flatMap(([key, value]) => (key.endsWith('.topic') ? [value] : []));
    expect(topics.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
    expect(named.length).toBeGreaterThanOrEqual(2);
  });

  test('may connect to the cache that it is told of', () => {
    const host = at(values, 'cache.host');
    const caches = environment.apps.filter(({ provides }) =>
      Object.values(provides).some((output) => output.kind === 'endpoint' && output.host === host),
    );
    expect(Object.keys(app.network.connects)).toEqual(expect.arrayContaining(caches.map(({ name }) => name)));
    expect(caches).toHaveLength(host === undefined ? 0 : 1);
  });

  test('writes its log to standard output, and no file that grows', () => {
    expect(at(job, 'spec.logConfiguration|log4j-console.properties')).toContain('target = SYSTEM_OUT');
    expect(at(job, 'spec.logConfiguration|log4j-console.properties')).not.toMatch(/File/);
  });
});

test.each(flinkJobs)(
  '$name has a JobManager in reserve where the environment is large, and lanes by its size',
  async (app) => {
    const numbers = await Promise.all(
      (await bySize(app)).map(async (sample) => {
        const job = one((await rendered(sample)).manifests, 'FlinkDeployment');
        return [at(job, 'spec.job.parallelism'), at(job, 'spec.jobManager.replicas')].map(Number);
      }),
    );
    const [lanes, jobManagers] = [numbers.map(([of]) => of ?? 0), numbers.map(([, of]) => of)];
    expect(jobManagers).toEqual([1, 1, 2]);
    expect(lanes).toEqual([...lanes].sort((a, b) => a - b));
    expect(lanes.at(-1)).toBeGreaterThan(lanes[0] ?? 0);
  },
);

const [, , large] = await bySize(unifiedPipeline);
const changed = async (change?: (values: Record<string, Plain>) => void) =>
  (await rendered(large as never, change)).manifests;

describe('the pods are new', () => {
  test.each([
    [
      'a setting',
      (values: PlainObject) => Object.assign(values.settings as object, { 'task.window.count': 31 }),
    ],
    ['a topic', (values: PlainObject) => Object.assign(values.kafka as object, { failedTopic: 'other' })],
    ['the database', (values: PlainObject) => Object.assign(values.database as object, { host: 'other' })],
    [
      'the collector',
      (values: PlainObject) => Object.assign(values, { telemetry: { host: 'otel', port: 4318 } }),
    ],
  ])('after a change of %s', async (_, change) => {
    expect(checksum(await changed(change))).not.toBe(checksum(await changed()));
  });

  test('and not after a change of what they do not read', async () => {
    const network = (values: PlainObject) =>
      Object.assign(at(values, 'platform.network') as object, { open: [1] });
    expect(checksum(await changed(network))).toBe(checksum(await changed()));
  });
});

test('telemetry is on where there is a collector, and only there', async () => {
  const collector = { host: 'otel', port: 4318 };
  const on = await changed((values) => Object.assign(values, { telemetry: collector }));
  expect(settingsOf(on)['baseconfig.conf']).toContain(
    'otel.enable = true\notel.collector.endpoint = "http://otel:4318"',
  );
  expect(settingsOf(await changed())['baseconfig.conf']).toContain('otel.enable = false');
});
