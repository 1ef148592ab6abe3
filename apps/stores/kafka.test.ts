import { describe, expect, test } from 'vitest';
import {
  all,
  at,
  bySize,
  one,
  type Plain,
  type PlainObject,
  quantity,
  rendered,
  renderedSamplesOf,
} from '#testing';
import { kafka } from './kafka.ts';
import { sizes } from './kafka-sizes.ts';

interface Pool {
  readonly roles: readonly string[];
  readonly replicas: number;
  readonly storage: { readonly volumes: readonly { size: string; class?: string; deleteClaim: boolean }[] };
  readonly resources: { readonly limits: { memory: string } };
  readonly jvmOptions: Record<'-Xms' | '-Xmx', string>;
}

describe.each(await renderedSamplesOf(kafka))('Kafka on $name', ({ app, environment, manifests }) => {
  const cluster = one(manifests, 'Kafka');
  const config = at(cluster, 'spec.kafka.config') as Record<string, number | boolean>;
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

  test('keeps all topics for their days on its volumes, and deletes before they are full', () => {
    const segment = Number(config['log.segment.bytes']);
    const most = topics.reduce((sum, topic) => {
      const limit = Number(at(topic, 'spec.config|retention.bytes') ?? config['log.retention.bytes']);
      return sum + Number(at(topic, 'spec.partitions')) * (limit + segment);
    }, 0);
    const perBroker = (most * Number(config['default.replication.factor'])) / count;
    const [volume] = brokers.flatMap(({ storage }) => storage.volumes);
    // A third is left for the topics of datasets, which come later, and for those of Kafka itself.
    expect(perBroker).toBeLessThan(quantity(volume?.size) * (2 / 3));
    for (const topic of topics)
      expect(Number(at(topic, 'spec.config|retention.ms'))).toBeGreaterThan(86_400_000);
  });

  test('says how far each consumer group is behind, from pods that Prometheus finds', () => {
    expect(at(cluster, 'spec.kafkaExporter')).toMatchObject({ topicRegex: '.*', groupRegex: '.*' });
    expect(at(cluster, 'spec.kafkaExporter.image')).toBe(app.images.kafka?.reference);
    const scraped = all(manifests, 'PodMonitor').map((monitor) =>
      at(monitor, 'spec.selector.matchLabels|strimzi.io/name'),
    );
    expect(scraped.sort()).toEqual(['kafka-kafka', 'kafka-kafka-exporter']);
  });

  test('has room for the events that its size is made for, in every topic that all of them pass', () => {
    const { eventsPerSecond } = sizes[environment.size as keyof typeof sizes];
    const limited = topics.filter((topic) => at(topic, 'spec.config|retention.bytes') !== undefined);
    expect(limited.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ingest', 'raw', 'unique', 'denorm', 'transform', 'system.events']),
    );
    for (const topic of limited) {
      const room = Number(at(topic, 'spec.config|retention.bytes')) * Number(at(topic, 'spec.partitions'));
      const seconds = Number(at(topic, 'spec.config|retention.ms')) / 1000;
      expect(room).toBeGreaterThanOrEqual(eventsPerSecond * 1024 * seconds);
    }
  });

  test('takes the largest batch that a program sends, and copies it', () => {
    expect(Number(config['message.max.bytes'])).toBeGreaterThanOrEqual(5 * 2 ** 20);
  });

  test('takes the storage class of its cloud, and keeps volumes, topics and cluster when they leave Git', () => {
    for (const { storage } of pools) {
      expect(storage.volumes).toEqual([expect.objectContaining({ deleteClaim: false })]);
      expect(storage.volumes[0]?.class).toBe(environment.cloud.storageClass);
    }
    for (const { annotations } of [cluster, ...all(manifests, 'KafkaNodePool'), ...topics])
      expect(annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false');
  });

  test('says nothing of ids, which the operator makes once and the volumes keep', () => {
    expect(JSON.stringify(manifests)).not.toMatch(/cluster[-_.]?id|directory[-_.]?id|kraft[-_.]?id/i);
  });

  test('makes no topic by itself, so that a misspelled name is an error', () => {
    expect(config['auto.create.topics.enable']).toBe(false);
  });

  test('lets to its listeners those that the policy lets to their ports, and never everybody', () => {
    const policy = at(one(manifests, 'NetworkPolicy'), 'spec.ingress') as PlainObject[];
    for (const listener of at(cluster, 'spec.kafka.listeners') as PlainObject[]) {
      const allowed = policy.filter(
        ({ ports }) =>
          ports === undefined || (ports as PlainObject[]).some(({ port }) => port === listener.port),
      );
      expect(listener.networkPolicyPeers).toEqual(allowed.flatMap(({ from }) => from));
    }
  });

  test('loses one broker at a time to a drain, and spreads them over the nodes', () => {
    expect(at(cluster, 'spec.kafka.template.podDisruptionBudget')).toEqual({ maxUnavailable: 1 });
    const spread = all(manifests, 'KafkaNodePool').flatMap((pool) =>
      Number(at(pool, 'spec.replicas')) > 1
        ? [at(pool, 'spec.template.pod.topologySpreadConstraints.0.whenUnsatisfiable')]
        : [],
    );
    expect(spread).toEqual(spread.map(() => 'DoNotSchedule'));
    expect(spread.length > 0).toBe(count > 1);
  });

  test('reports its metrics without an agent in its JVM', () => {
    expect(at(cluster, 'spec.kafka.metricsConfig')).toEqual({ type: 'strimziMetricsReporter' });
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
    const addresses = environment.apps.flatMap(({ provides }) =>
      Object.values(provides).flatMap((output) =>
        output.kind === 'endpoint' && output.port === 9092 ? [output.host] : [],
      ),
    );
    expect(addresses).toEqual([`kafka-kafka-bootstrap.${app.namespace}.svc.cluster.local`]);
  });

  test('has the version that is in its image, which is also the one that its operator knows', () => {
    const reference = app.images.kafka?.reference ?? '';
    expect(reference).toContain(`-kafka-${at(cluster, 'spec.kafka.version')}`);
    const all = environment.apps.flatMap(({ images }) => images.kafka?.reference ?? []);
    expect(new Set(all)).toEqual(new Set([reference]));
  });
});

const [small, medium, large] = await bySize(kafka);

test('a large environment has more of everything than a small one', async () => {
  const volume = async (sample: typeof small) => {
    if (sample === undefined) return 0;
    const pools = all((await rendered(sample)).manifests, 'KafkaNodePool');
    return pools.reduce((sum, pool) => sum + quantity(at(pool, 'spec.storage.volumes.0.size')), 0);
  };
  expect(await volume(large)).toBeGreaterThan((await volume(medium)) * 2);
  expect(await volume(medium)).toBeGreaterThan((await volume(small)) * 2);
});

type Change = (values: Record<string, Plain>) => void;

test('more copies than brokers are refused when the chart is rendered', async () => {
  const change: Change = (values) => Object.assign(values, { replication: { factor: 3, inSync: 2 } });
  await expect(rendered(small as never, change)).rejects.toThrow(
    'replication.factor is 3, but there are 1 brokers',
  );
});

test('a change of a node pool is a new generation of the cluster, and a new topic is none', async () => {
  const cluster = async (change?: Change) =>
    one((await rendered(large as never, change)).manifests, 'Kafka').object;
  const now = await cluster();
  const topic = { name: 'new', partitions: 1, retentionDays: 2 };
  expect(await cluster((values) => (values.topics as object[]).push(topic))).toEqual(now);
  expect(
    await cluster((values) => Object.assign(at(values, 'pools.1') as object, { replicas: 4 })),
  ).not.toEqual(now);
});
