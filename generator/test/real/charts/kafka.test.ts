import { describe, expect, test } from 'vitest';
import type { PlainObject } from '../../../src/definition/plain.ts';
import { all, at, one, quantity } from '../../support/objects.ts';
import {
  appsIn,
  environments,
  inEveryEnvironment,
  planOf,
  rendered,
  renderedWith,
  valuesOf,
} from '../../support/render.ts';

interface Pool {
  readonly roles: readonly string[];
  readonly replicas: number;
  readonly storage: { readonly volumes: readonly { size: string; class?: string; deleteClaim: boolean }[] };
  readonly resources: { readonly limits: { memory: string } };
  readonly jvmOptions: Record<'-Xms' | '-Xmx', string>;
}
const renders = await inEveryEnvironment('kafka');

describe.each(renders)('Kafka in %s', (environment, manifests) => {
  const kafka = one(manifests, 'Kafka');
  const config = at(kafka, 'spec.kafka.config') as Record<string, number | boolean>;
  const pools = all(manifests, 'KafkaNodePool').map(({ object }) => object.spec as unknown as Pool);
  const brokers = pools.filter(({ roles }) => roles.includes('broker'));
  const count = brokers.reduce((sum, { replicas }) => sum + replicas, 0);
  const topics = all(manifests, 'KafkaTopic');

  test('keeps as many copies of every topic as survive the loss of a broker, where there is a second one', () => {
    const [copies, needed] = count === 1 ? [1, 1] : [3, 2];
    expect(count).toBeGreaterThanOrEqual(copies);
    for (const topic of topics) {
      expect([topic.name, at(topic, 'spec.replicas')]).toEqual([topic.name, copies]);
      expect(at(topic, 'spec.config|min.insync.replicas')).toBe(needed);
    }
    const factors = Object.entries(config).filter(([key]) => key.endsWith('replication.factor'));
    expect(factors.map(([key, value]) => [key, value])).toEqual(factors.map(([key]) => [key, copies]));
    expect(factors).toHaveLength(4);
    expect(config['min.insync.replicas']).toBe(needed);
  });

  test('deletes in time: every topic by age, and every partition before the volumes are full', () => {
    const partitions = topics.reduce((sum, topic) => sum + Number(at(topic, 'spec.partitions')), 0);
    const perBroker = (partitions * Number(config['default.replication.factor'])) / count;
    const most = Number(config['log.retention.bytes']) + Number(config['log.segment.bytes']);
    const [volume] = brokers.flatMap(({ storage }) => storage.volumes);
    // A third is left for the datasets that come later, and for the topics of Kafka itself.
    expect(perBroker * most).toBeLessThan(quantity(volume?.size) * (2 / 3));
    for (const topic of topics)
      expect(Number(at(topic, 'spec.config|retention.ms'))).toBeGreaterThan(86_400_000);
  });

  test('takes the storage class of its cloud, and keeps volumes, topics and cluster when they leave git', () => {
    const { storageClass } = valuesOf('kafka', environment);
    expect(storageClass).toBe(environment === 'local' ? undefined : 'gp3');
    for (const { storage } of pools)
      expect(storage.volumes).toEqual([expect.objectContaining({ deleteClaim: false })]);
    for (const { storage } of pools) expect(storage.volumes[0]?.class).toBe(storageClass);
    for (const { annotations } of [kafka, ...all(manifests, 'KafkaNodePool'), ...topics])
      expect(annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false');
  });

  test('says nothing of ids, which the operator makes once and the volumes keep', () => {
    expect(JSON.stringify(manifests)).not.toMatch(/cluster[-_.]?id|directory[-_.]?id|kraft[-_.]?id/i);
  });

  test('makes no topic by itself, so that a misspelt name is an error', () => {
    expect(config['auto.create.topics.enable']).toBe(false);
  });

  test('lets to its listeners those that the policy lets to their ports, and never everybody', () => {
    const policy = at(one(manifests, 'NetworkPolicy'), 'spec.ingress') as PlainObject[];
    for (const listener of at(kafka, 'spec.kafka.listeners') as PlainObject[]) {
      const allowed = policy.filter(
        ({ ports }) =>
          ports === undefined || (ports as PlainObject[]).some(({ port }) => port === listener.port),
      );
      expect(listener.networkPolicyPeers).toEqual(allowed.flatMap(({ from }) => from));
      expect(allowed.length).toBeGreaterThan(1);
    }
  });

  test('is chosen by its policy and its monitor through the labels that the operator gives', () => {
    const byOperator = { 'strimzi.io/cluster': 'kafka', 'strimzi.io/kind': 'Kafka' };
    expect(at(one(manifests, 'NetworkPolicy'), 'spec.podSelector.matchLabels')).toEqual(byOperator);
    const monitor = one(manifests, 'PodMonitor');
    expect(at(monitor, 'spec.selector.matchLabels')).toEqual({
      ...byOperator,
      'strimzi.io/name': 'kafka-kafka',
    });
    expect(at(monitor, 'spec.podMetricsEndpoints.0.port')).toBe('tcp-prometheus');
    expect(at(kafka, 'spec.kafka.metricsConfig')).toEqual({ type: 'strimziMetricsReporter' });
  });

  test('loses one broker at a time to a drain, and spreads them over the nodes', () => {
    expect(at(kafka, 'spec.kafka.template.podDisruptionBudget')).toEqual({ maxUnavailable: 1 });
    const spread = all(manifests, 'KafkaNodePool').flatMap((pool) =>
      Number(at(pool, 'spec.replicas')) > 1
        ? [at(pool, 'spec.template.pod.topologySpreadConstraints.0.whenUnsatisfiable')]
        : [],
    );
    expect(spread).toEqual(spread.map(() => 'DoNotSchedule'));
    expect(spread.length > 0).toBe(count > 1);
  });

  test('gives the JVM at most half of its memory for the heap', () => {
    for (const { jvmOptions, resources } of pools) {
      expect(jvmOptions['-Xms']).toBe(jvmOptions['-Xmx']);
      const heap = quantity(jvmOptions['-Xmx'].toUpperCase().replace(/([MG])$/, '$1i'));
      expect(heap).toBeLessThanOrEqual(quantity(resources.limits.memory) / 2);
    }
  });

  test('gives whoever logs in nothing but what they need, with a password from the store', () => {
    const [user, ...others] = all(manifests, 'KafkaUser');
    expect(others).toEqual([]);
    const operations = (at(user, 'spec.authorization.acls') as PlainObject[]).flatMap(
      (acl) => acl.operations,
    );
    expect(new Set(operations)).toEqual(new Set(['Describe']));
    const secret = at(user, 'spec.authentication.password.valueFrom.secretKeyRef.name');
    expect(all(manifests, 'ExternalSecret').map(({ name }) => name)).toEqual([secret]);
  });

  test('is one cluster with one address, which every program gets from it', () => {
    const { host } = planOf('kafka', environment).provides.bootstrap as { host: string };
    expect(host).toBe('kafka-kafka-bootstrap.kafka.svc.cluster.local');
    for (const app of ['dataset-api', 'unified-pipeline', 'kafka-message-exporter'])
      expect(at(valuesOf(app, environment), 'kafka.host')).toBe(host);
  });

  test('has every topic that a program of the platform reads or writes', () => {
    const settings = valuesOf('unified-pipeline', environment).settings as Record<string, string>;
    const exporters = valuesOf('kafka-message-exporter', environment).exporters as { topic: string }[];
    const named = [
      ...Object.entries(settings).flatMap(([key, value]) => (key.endsWith('.topic') ? [value] : [])),
      ...exporters.map(({ topic }) => topic),
      at(valuesOf('unified-pipeline', environment), 'kafka.systemEventsTopic'),
      at(valuesOf('unified-pipeline', environment), 'kafka.failedTopic'),
      at(valuesOf('dataset-api', environment), 'kafka.telemetryTopic'),
    ];
    const made = topics.map(({ name }) => name);
    expect(named.filter((name) => !made.includes(String(name)))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });
});

test('a large environment has more of everything than a small one', async () => {
  const volume = async (environment: string) => {
    const pools = all(await rendered('kafka', environment), 'KafkaNodePool');
    return pools.reduce((sum, pool) => sum + quantity(at(pool, 'spec.storage.volumes.0.size')), 0);
  };
  expect(await volume('prod')).toBeGreaterThan((await volume('staging')) * 2);
  expect(await volume('staging')).toBeGreaterThan((await volume('dev')) * 2);
});

test('more copies than brokers are refused when the chart is rendered', async () => {
  const change = renderedWith('kafka', 'dev', (values) =>
    Object.assign(values, { replication: { factor: 3, inSync: 2 } }),
  );
  await expect(change).rejects.toThrow('replication.factor is 3, but there are 1 brokers');
});

test('a change of a node pool is a new generation of the cluster, and a new topic is none', async () => {
  const cluster = async (change: (values: PlainObject) => void) =>
    one(await renderedWith('kafka', 'prod', change), 'Kafka').object;
  const now = one(await rendered('kafka', 'prod'), 'Kafka').object;
  const topic = { name: 'new', partitions: 1, retentionDays: 2 };
  expect(await cluster((values) => (values.topics as object[]).push(topic))).toEqual(now);
  expect(
    await cluster((values) => Object.assign(at(values, 'pools.1') as object, { replicas: 4 })),
  ).not.toEqual(now);
});

test.each(environments)('%s has one address of brokers, and no older one beside it', (environment) => {
  const brokers = appsIn(environment)
    .flatMap((app) => Object.values(planOf(app, environment).provides))
    .filter(({ kind, port }) => kind === 'endpoint' && port === 9092);
  expect(brokers).toHaveLength(1);
});
