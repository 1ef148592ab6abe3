import { defineApp, firstParty, generated, opaque, setting, text } from '#generator';
import type { Values } from '../../schemas/charts/kafka.gen.ts';
import { strimzi } from '../operators/strimzi.ts';
import { resourcesOf } from '../pods.ts';
import { poolsOf, sizes } from './kafka-sizes.ts';
import { topicOutputs, topicsOf } from './kafka-topics.ts';

// Labels that Strimzi gives to the pods of a cluster that has the name of the app.
const cluster = { 'strimzi.io/cluster': 'kafka', 'strimzi.io/kind': 'Kafka' };
const nodes = { labels: { 'strimzi.io/cluster': 'kafka', 'strimzi.io/name': 'kafka-kafka' } };
const brokers = { labels: { 'strimzi.io/cluster': 'kafka', 'strimzi.io/broker-role': 'true' } };

export const kafka = defineApp({
  name: 'kafka',
  description: 'Event bus between all programs.',
  layer: 'stores',
  namespace: 'kafka',
  seed: ['kafka40', 'kafka', 'kafka-exporter'],
  // Nodes restart one by one, each only when the copies that it holds have caught up.
  patience: 3600,
  chart: firstParty('kafka'),
  images: ['kafka'],
  dependsOn: [strimzi],
  secrets: { monitoring: opaque({ username: text('monitoring'), password: generated() }) },
  keepsData: true,
  network: { pods: cluster, kubernetesApi: true, metrics: 9404 },
  provides: ({ endpoint, secret, size }) => ({
    /** Without authentication: for programs of the platform, which cannot do better. Policies say who gets here. */
    bootstrap: endpoint('kafka-kafka-bootstrap', 9092, brokers),
    /** With TLS and a user of `users`. */
    secured: endpoint('kafka-kafka-bootstrap', 9093, brokers),
    /** What the operator talks to. */
    operator: {
      controllers: endpoint('kafka-kafka-brokers', 9090, nodes),
      brokers: endpoint('kafka-kafka-brokers', 9091, nodes),
      agent: endpoint('kafka-kafka-brokers', 8443, nodes),
    },
    topics: topicOutputs(),
    /** What a topic is made with that a program makes for one dataset. */
    perDataset: { partitions: setting(String(size.partitions)), copies: setting(String(size.copies)) },
    users: { monitoring: secret('monitoring') },
  }),
  restore: ({ environment }) => ({
    keeps:
      environment.size === 'small'
        ? 'Nothing beyond its volumes: there is one copy of every topic, and no backup. Events that no program has read yet are lost with a volume.'
        : 'No backup, but three copies of every topic on three brokers, of which two must agree on each event: one broker and its volumes may be lost. ' +
          'If two are, what programs have not read yet is lost. Topics and users come back from Git.',
    steps: [
      {
        do: 'Jobs that go on from a checkpoint ask for offsets that a new cluster does not have. They then begin with the oldest event that is there, so nothing needs to be set by hand.',
      },
    ],
  }),
  sizes,
  values: ({ environment, size, image, secret }): Values => {
    const { cloud } = environment;
    const { tag, reference } = image('kafka');
    return {
      image: reference,
      // The image says which Kafka it carries, so that nobody writes it twice.
      version: tag.replace(/^.*-kafka-/, ''),
      // By hand, and only after an upgrade has proved itself: from then on there is no way back.
      metadataVersion: '4.3-IV0',
      pools: poolsOf(size),
      exporter: { resources: resourcesOf(size.exporter, '128Mi') },
      ...(cloud.storageClass !== undefined && { storageClass: cloud.storageClass }),
      replication: { factor: size.copies, inSync: size.inSync },
      // Of topics that do not say themselves, so that a flood of events cannot fill the volume.
      partition: {
        maxBytes: size.partitionMegabytes * 2 ** 20,
        segmentBytes: size.segmentMegabytes * 2 ** 20,
      },
      // Needs the zones' labels on nodes, which clouds set; one broker has nothing to spread.
      ...(cloud.kind !== 'local' && size.copies > 1 && { rack: 'topology.kubernetes.io/zone' }),
      topics: topicsOf(size),
      users: [
        {
          name: 'monitoring',
          password: { secret: secret('monitoring').name, key: 'password' },
          acls: [
            { resource: 'cluster', operations: ['Describe'] },
            { resource: 'topic', name: '*', operations: ['Describe'] },
            { resource: 'group', name: '*', operations: ['Describe'] },
          ],
          // It asks for figures and never for messages.
          quotas: { consumerByteRate: 1024 * 1024, requestPercentage: 20 },
        },
      ],
    };
  },
});
