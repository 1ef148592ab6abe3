import { defineApp, type Image, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/strimzi-kafka-operator.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { strimziCrds } from '../crds/strimzi-crds.ts';
import { resourcesOf, spreadOf } from '../pods.ts';

const pods = { 'app.kubernetes.io/instance': 'strimzi' };

export const strimzi = defineApp({
  name: 'strimzi',
  description: 'Runs Kafka: brokers, topics and users.',
  layer: 'operators',
  // Beside the brokers that it runs, which is the namespace that it watches: it writes nowhere else, and the
  // namespace is there before the brokers are.
  namespace: 'kafka',
  chart: upstream('strimzi-kafka-operator'),
  images: [
    'strimzi-operator',
    'kafka',
    'strimzi-kafka-bridge',
    'strimzi-kaniko-executor',
    'strimzi-buildah',
    'strimzi-maven-builder',
  ],
  dependsOn: [strimziCrds],
  uses: ['kafka'],
  clusterKinds: clusterRoles,
  sizes: {
    small: { operator: { replicas: 1, cpu: '100m', memory: '384Mi' } },
    medium: { operator: { replicas: 2, cpu: '100m', memory: '384Mi' } },
    large: { operator: { replicas: 2, cpu: '100m', memory: '384Mi' } },
  },
  network: { kubernetesApi: true, metrics: 8080 },
  values: ({ size, image, imagePullSecrets }): Values => {
    const operator = { image: pinned(image('strimzi-operator')) };
    const kafka = { image: pinned(image('kafka')) };
    return {
      defaultImageRepository: '',
      image: { ...operator.image, ...(imagePullSecrets.length > 0 && { imagePullSecrets }) },
      topicOperator: operator,
      userOperator: operator,
      kafkaInit: operator,
      // One image for all versions of Kafka that the operator knows, so that it is pinned like any other: a cluster
      // has to ask for the version that is in it.
      kafka,
      kafkaConnect: kafka,
      kafkaMirrorMaker2: kafka,
      kafkaExporter: kafka,
      cruiseControl: kafka,
      // Nothing of ours starts these, but the operator is told of them.
      kafkaBridge: { image: pinned(image('strimzi-kafka-bridge')) },
      kanikoExecutor: { image: pinned(image('strimzi-kaniko-executor')) },
      buildah: { image: pinned(image('strimzi-buildah')) },
      mavenBuilder: { image: pinned(image('strimzi-maven-builder')) },
      replicas: size.operator.replicas,
      resources: resourcesOf(size.operator, '512Mi'),
      labels: pods,
      topologySpreadConstraints: [spreadOf(pods)],
      // Zero is how this chart is told not to write minAvailable.
      podDisruptionBudget: { enabled: true, minAvailable: 0, maxUnavailable: 1 },
      // What it would write lets everybody reach a listener, and policies add up: ours would be void.
      generateNetworkPolicy: false,
    };
  },
  companion: () => ({ podMonitors: [{ name: 'strimzi', pods, port: 'http' }] }),
});

/**
 * The chart joins registry, repository and name with slashes; a mirror has more of them than it expects. The digest
 * goes with the tag: given apart it would take its place, and nobody could read which version that is.
 */
const pinned = ({ registry, path, tagAndDigest }: Image) => ({ registry, name: path, tag: tagAndDigest });
