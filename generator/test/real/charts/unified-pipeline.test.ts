import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import type { Manifest } from '../../../src/verify/manifest.ts';
import { all, at, one, quantity, variables } from '../../support/objects.ts';
import { data, inEveryEnvironment, planOf, rendered, renderedWith, valuesOf } from '../../support/render.ts';

const app = 'unified-pipeline';
const renders = await inEveryEnvironment(app);
const settingsOf = (manifests: readonly Manifest[]) =>
  one(manifests, 'ConfigMap').object.data as Record<string, string>;
const container = (from: Manifest | undefined, path: string) =>
  at(from, `${path}.spec.containers.0`) as PlainObject;
const checksum = (manifests: readonly Manifest[]) =>
  at(one(manifests, 'FlinkDeployment'), 'spec.podTemplate.metadata.annotations|checksum/config');

describe.each(renders)('the pipeline in %s', (environment, manifests) => {
  const job = one(manifests, 'FlinkDeployment');
  const flink = at(job, 'spec.flinkConfiguration') as Record<string, string>;
  const values = valuesOf(app, environment);

  test('keeps all state in the bucket, and finds it again: nothing is on the disk of a pod', () => {
    const url = String(at(values, 'state.url'));
    expect(url).toMatch(/^s3:\/\/[a-z0-9-]+checkpoints\/unified-pipeline$/);
    expect(flink['high-availability.type']).toBe('kubernetes');
    for (const key of ['high-availability.storageDir', 'state.checkpoints.dir', 'state.savepoints.dir'])
      expect(flink[key]?.startsWith(`${url}/`)).toBe(true);
    expect(settingsOf(manifests)['job.conf']).toContain(`job.statebackend.base.url = "${url}/`);
    expect(JSON.stringify([flink, settingsOf(manifests)])).not.toMatch(/file:\/|\/tmp/);
  });

  test('goes on from a savepoint when it is upgraded, and is started anew when it gave up', () => {
    expect(at(job, 'spec.job.upgradeMode')).toBe('savepoint');
    expect(at(job, 'spec.job.allowNonRestoredState')).toBe(false);
    expect(flink['kubernetes.operator.job.restart.failed']).toBe('true');
  });

  test('gives Flink the whole memory of the container to divide, and nothing beyond it', () => {
    for (const process of ['jobManager', 'taskManager']) {
      expect(at(job, `spec.${process}.resource.memory`)).toBe(at(values, `${process}.memory`));
      expect(quantity(at(job, `spec.${process}.resource.memory`))).toBeGreaterThanOrEqual(quantity('1536Mi'));
    }
    const keys = Object.keys(flink).filter((key) =>
      /memory\.(flink|process|heap|jvm)|Xmx|limit-factor/.test(key),
    );
    expect(keys.filter((key) => !key.endsWith('cpu.limit-factor'))).toEqual([]);
  });

  test('runs as many lanes as it is told, no more than its topic has partitions', () => {
    const lanes = Math.max(
      Number(at(values, 'parallelism.consumer')),
      Number(at(values, 'parallelism.downstream')),
    );
    expect(at(job, 'spec.job.parallelism')).toBe(lanes);
    expect(Object.keys(flink)).not.toContain('scheduler-mode');
    expect(Number(flink['taskmanager.numberOfTaskSlots'])).toBeLessThanOrEqual(lanes);
    const topics = valuesOf('kafka', environment).topics as { name: string; partitions: number }[];
    const input = topics.find(({ name }) => name === at(values, 'settings|kafka.input.topic'));
    expect(Number(at(values, 'parallelism.consumer'))).toBeLessThanOrEqual(Number(input?.partitions));
  });

  test('shows no credential: arguments and settings name variables that come from Secrets', () => {
    expect(at(job, 'spec.job.args')).toEqual(['--config.file.path', '/data/flink/conf/job.conf']);
    const given = variables(container(job, 'spec.podTemplate'));
    const { AWS_REGION, ...secret } = given;
    expect(AWS_REGION).toBe(environment === 'local' ? 'local' : 'ap-south-1');
    expect(Object.values(secret).filter((value) => !/^unified-pipeline-[a-z-]+\/\w+$/.test(value))).toEqual(
      [],
    );
    expect(Object.keys(secret)).toHaveLength(environment === 'local' ? 3 : 1);
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
    for (const each of [jobs, tasks]) expect(each.name).toBe('flink-main-container');
  });

  test('is scraped once: one monitor, on the port of the metrics that every pod has', () => {
    const monitor = one(manifests, 'PodMonitor');
    const labels = { app, type: 'flink-native-kubernetes' };
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
    ).toEqual([[app], [app]]);
    expect(rules.flatMap(({ verbs }) => verbs)).not.toContain('*');
    expect(manifests.filter(({ kind }) => kind.startsWith('Cluster'))).toEqual([]);
  });

  test('is a job whose image, class and file are all said, by names that exist', () => {
    const { images } = data('images.yaml') as { images: Record<string, unknown> };
    for (const name of Object.keys(planOf(app, environment).images)) expect(images).toHaveProperty([name]);
    expect(at(job, 'spec.image')).toBe(planOf(app, environment).images[app]);
    expect(at(job, 'spec.job.entryClass')).toMatch(/UnifiedPipelineStreamTask$/);
    expect(at(job, 'spec.job.jarURI')).toMatch(/^local:\/\/\/.+\.jar$/);
  });

  test('lets a node be drained: one JobManager at a time, and all TaskManagers but one must stay', () => {
    const pods = Math.ceil(Number(at(job, 'spec.job.parallelism')) / Number(at(values, 'taskManager.slots')));
    const budgets = all(manifests, 'PodDisruptionBudget').map(({ name, object }) => [
      name,
      at(object, 'spec.maxUnavailable') ?? at(object, 'spec.minAvailable'),
    ]);
    const tasks = pods > 1 ? [['unified-pipeline-taskmanager', pods - 1]] : [];
    expect(budgets).toEqual([['unified-pipeline-jobmanager', 1], ...tasks]);
  });

  test('writes its log to standard output, and no file that grows', () => {
    expect(at(job, 'spec.logConfiguration|log4j-console.properties')).toContain('target = SYSTEM_OUT');
    expect(at(job, 'spec.logConfiguration|log4j-console.properties')).not.toMatch(/File/);
  });
});

describe('the pods are new', () => {
  const checksumAfter = async (change: (values: PlainObject) => unknown) =>
    checksum(await renderedWith(app, 'prod', change));

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
    expect(await checksumAfter(change)).not.toBe(checksum(await rendered(app, 'prod')));
  });

  test('and not after a change of what they do not read', async () => {
    const network = (values: PlainObject) =>
      Object.assign(at(values, 'platform.network') as object, { open: [1] });
    expect(await checksumAfter(network)).toBe(checksum(await rendered(app, 'prod')));
  });
});

test('telemetry is on where there is a collector, and only there', async () => {
  const collector = { host: 'otel', port: 4318 };
  const on = await renderedWith(app, 'prod', (values) => Object.assign(values, { telemetry: collector }));
  expect(settingsOf(on)['baseconfig.conf']).toContain(
    'otel.enable = true\notel.collector.endpoint = "http://otel:4318"',
  );
  expect(settingsOf(await rendered(app, 'prod'))['baseconfig.conf']).toContain('otel.enable = false');
});

test('a large environment has more lanes, and a JobManager in reserve', async () => {
  const numbers = async (environment: string) => {
    const job = one(await rendered(app, environment), 'FlinkDeployment');
    return [at(job, 'spec.job.parallelism'), at(job, 'spec.jobManager.replicas')];
  };
  expect([await numbers('dev'), await numbers('staging'), await numbers('prod')]).toEqual([
    [1, 1],
    [2, 1],
    [4, 2],
  ]);
});
