import {
  type Cloud,
  defineApp,
  firstParty,
  generated,
  opaque,
  role,
  type SecretReference,
  text,
} from '#generator';
import type { Values } from '../../schemas/charts/druid.gen.ts';
import { address } from '../address.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { druidOperator } from '../operators/druid-operator.ts';
import { restoreDruid } from './druid-restore.ts';
import { postgresql } from './postgresql.ts';

const cluster = 'raw';
/** Labels that the operator gives to all pods of a cluster. */
const pods = { app: 'druid', druid_cr: cluster };
const admin = 'admin';

export const druid = defineApp({
  name: 'druid',
  description:
    'Column store of all events: ingests from Kafka, keeps segments in the bucket, answers queries.',
  layer: 'stores',
  namespace: 'druid',
  // Its own emitter says what the exporter asked it for.
  seed: ['druid-raw-cluster', 'druid-exporter'],
  // Kinds of pods are replaced one after the other, and historicals look through what is on their volumes first.
  patience: 3600,
  chart: firstParty('druid'),
  images: ['druid'],
  dependsOn: [druidOperator, postgresql],
  // Which topics it reads is in the specifications that it is given later.
  uses: ['kafka'],
  secrets: {
    'object-store': objectStoreSecrets['object-store'],
    admin: opaque({ username: text(admin), password: generated() }),
    internal: opaque({ password: generated() }),
  },
  keepsData: true,
  // Memory is request and limit. Figures without a unit are mebibytes (heap, buffer, cache) and counts.
  sizes: {
    small: {
      coordinator: { replicas: 1, cpu: '250m', memory: '896Mi', heap: 512 },
      broker: { replicas: 1, cpu: '250m', memory: '1280Mi', heap: 512, buffer: 64, threads: 1, merges: 2 },
      router: { replicas: 1, cpu: '100m', memory: '640Mi', heap: 256 },
      historical: {
        replicas: 1,
        cpu: '250m',
        memory: '1280Mi',
        heap: 512,
        buffer: 64,
        threads: 1,
        merges: 2,
        cache: 64,
        disk: '20Gi',
      },
      indexer: {
        replicas: 1,
        cpu: '500m',
        memory: '2304Mi',
        heap: 1280,
        buffer: 64,
        threads: 1,
        merges: 2,
        tasks: 6,
        disk: '10Gi',
      },
    },
    medium: {
      coordinator: { replicas: 2, cpu: '500m', memory: '1536Mi', heap: 1024 },
      broker: { replicas: 2, cpu: '500m', memory: '2304Mi', heap: 1024, buffer: 128, threads: 1, merges: 2 },
      router: { replicas: 2, cpu: '100m', memory: '768Mi', heap: 384 },
      historical: {
        replicas: 2,
        cpu: '1',
        memory: '4Gi',
        heap: 1024,
        buffer: 128,
        threads: 2,
        merges: 2,
        cache: 256,
        disk: '100Gi',
      },
      indexer: {
        replicas: 2,
        cpu: '1',
        memory: '4Gi',
        heap: 2560,
        buffer: 128,
        threads: 1,
        merges: 2,
        tasks: 10,
        disk: '30Gi',
      },
    },
    large: {
      coordinator: { replicas: 2, cpu: '1', memory: '3Gi', heap: 2048 },
      broker: { replicas: 2, cpu: '2', memory: '8Gi', heap: 4096, buffer: 256, threads: 2, merges: 4 },
      router: { replicas: 2, cpu: '250m', memory: '1536Mi', heap: 768 },
      historical: {
        replicas: 3,
        cpu: '4',
        memory: '16Gi',
        heap: 4096,
        buffer: 256,
        threads: 4,
        merges: 4,
        cache: 1024,
        disk: '500Gi',
      },
      indexer: {
        replicas: 3,
        cpu: '2',
        memory: '10Gi',
        heap: 6144,
        buffer: 256,
        threads: 2,
        merges: 3,
        tasks: 15,
        disk: '100Gi',
      },
    },
  },
  network: { pods, kubernetesApi: true, metrics: 9090 },
  restore: restoreDruid,
  provides: ({ endpoint, secret }) => {
    const of = (kind: string, port: number) =>
      endpoint(`druid-${cluster}-${kind}s`, port, { labels: { ...pods, component: kind } });
    return {
      /** Queries, and the APIs of Coordinator and Overlord: what programs of the platform talk to. */
      router: of('router', 8888),
      /** Queries alone, for clients that hold many connections open. */
      broker: of('broker', 8082),
      coordinator: of('coordinator', 8081),
      /** The only login there is until others are made through the API. */
      admin: role(admin, secret('admin')),
    };
  },
  values: ({ environment, size, image, bucket, secret, of }): Values => {
    const { server, databases, roles } = of(postgresql);
    const { storageClass } = environment.cloud;
    return {
      image: image('druid').reference,
      cluster,
      coordinators: size.coordinator,
      brokers: size.broker,
      routers: size.router,
      historicals: size.historical,
      indexers: size.indexer,
      ...(storageClass !== undefined && { storageClass }),
      database: {
        ...address(server),
        name: databases.druidRaw.name,
        user: roles.druidRaw.name,
        secret: secret(roles.druidRaw.secret).name,
      },
      accounts: { admin: secret('admin').name, internal: secret('internal').name },
      deepStorage: {
        bucket: bucket('storage', 'read-write').name,
        ...placeOf(environment.cloud, () => secret('object-store')),
      },
    };
  },
});

/** Where the bucket is. Clouds know the pods by their ServiceAccount; an own object store wants keys. */
function placeOf(cloud: Cloud, keys: () => SecretReference) {
  switch (cloud.kind) {
    case 'aws':
      return { aws: { region: cloud.region } };
    case 'azure':
      return { azure: { account: cloud.storageAccount } };
    case 'gcp':
      return { gcp: {} };
    case 'local':
      return { s3: { ...cloud.objectStore, secret: keys().name } };
  }
}
