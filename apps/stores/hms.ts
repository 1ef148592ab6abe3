import { defineApp, firstParty, keyOf } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import {
  driver,
  hadoopUrl,
  hiveEnv,
  hiveFiles,
  hiveImages,
  hiveUser,
  hiveVolumes,
  storeClient,
  storeSettings,
} from './hive.ts';
import { databaseSettings, hmsSchema } from './hms-schema.ts';
import { postgresql } from './postgresql.ts';

const port = 9083;

export const hms = defineApp({
  name: 'hms',
  description:
    'The Hive metastore: which tables the lakehouse has, their columns, and where their files are.',
  layer: 'stores',
  namespace: 'hms',
  optional: true,
  seed: ['hms'],
  chart: firstParty('service'),
  images: hiveImages,
  dependsOn: [postgresql, hmsSchema],
  secrets: objectStoreSecrets,
  sizes: {
    small: { metastore: { replicas: 1, cpu: '100m', memory: '768Mi', heapMegabytes: 384 } },
    medium: { metastore: { replicas: 2, cpu: '250m', memory: '1536Mi', heapMegabytes: 1024 } },
    large: { metastore: { replicas: 2, cpu: '500m', memory: '3Gi', heapMegabytes: 2048 } },
  },
  provides: ({ endpoint }) => ({
    /** Thrift, without a login: who may connect is for the network policy to say. */
    thrift: endpoint('hms', port),
  }),
  values: ({ environment, size, image, bucket, secret, of }): Values => {
    const { server, databases, roles } = of(postgresql);
    const { replicas, heapMegabytes } = size.metastore;
    const store = storeSettings(environment.cloud, secret);
    const warehouse = `${hadoopUrl(bucket('lakehouse', 'read-write'))}/warehouse`;
    const answers = { tcpSocket: { port: 'thrift' } };
    return {
      image: image('hive-metastore').reference,
      user: hiveUser,
      replicas,
      command: ['/opt/hive/bin/start-metastore'],
      init: [driver(image), storeClient(environment.cloud, image)],
      volumes: hiveVolumes('1Gi'),
      files: hiveFiles({
        'metastore-site.xml': {
          ...databaseSettings(server, databases.hms.name, roles.hms.name),
          'metastore.thrift.port': String(port),
          // Tables of others may be anywhere but in the folder of its own.
          'metastore.warehouse.dir': `${warehouse}/managed`,
          'metastore.warehouse.external.dir': `${warehouse}/external`,
          // A dataset may change the type of a column, and the writer of its table says so.
          'metastore.disallow.incompatible.col.type.changes': 'false',
          // What needs a whole Hive: filters as its own trees, and the care for its transactional tables.
          'metastore.expression.proxy': 'org.apache.hadoop.hive.metastore.DefaultPartitionExpressionProxy',
          'metastore.housekeeping.threads.on': 'false',
          'metastore.compactor.initiator.on': 'false',
          'metastore.compactor.cleaner.on': 'false',
        },
        'core-site.xml': store.core,
      }),
      env: {
        ...hiveEnv(heapMegabytes),
        DATABASE_PASSWORD: keyOf(secret(roles.hms.secret), 'password'),
        ...store.env,
      },
      ports: { thrift: port },
      // It listens when it has found its tables in the database, and not before.
      probes: {
        startup: { ...answers, periodSeconds: 5, failureThreshold: 60 },
        readiness: { ...answers, periodSeconds: 10 },
        liveness: { ...answers, periodSeconds: 20, failureThreshold: 6 },
      },
      resources: resourcesOf(size.metastore),
    };
  },
  restore: ({ bucket, of }) => ({
    keeps: `Nothing by itself: what tables there are is in the database \`${of(postgresql).databases.hms.name}\` of PostgreSQL, and their files are in the bucket \`${bucket('lakehouse', 'read').name}\`. A table whose files are newer than the database finds them: its own timeline says which of them count.`,
  }),
});
