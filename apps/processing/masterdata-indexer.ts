import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/spark-job.gen.ts';
import { objectStoreOf, objectStoreSecrets } from '../object-store.ts';
import { sparkOperator } from '../operators/spark-operator.ts';
import { druid } from '../stores/druid.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';
import { inputSpec, taskSpec } from './masterdata-specs.ts';

/** What the job calls a provider of object storage. Amazon's is every one that speaks S3. */
const providers = { aws: 'aws', azure: 'azure', gcp: 'gcloud', local: 'aws' } as const;

export const masterdataIndexer = defineApp({
  name: 'masterdata-indexer',
  description: 'Copies the master data of each dataset to Druid once a day, so that it can be queried there.',
  layer: 'processing',
  namespace: 'spark',
  seed: ['masterdata-indexer-cron'],
  optional: true,
  chart: firstParty('spark-job'),
  images: ['masterdata-indexer'],
  dependsOn: [sparkOperator, kafka, postgresql, postgresqlMigration, valkeyDenorm, druid],
  // Where the rows of a dataset lie stands in the registry: the job connects to it and is not told.
  uses: ['valkey-denorm'],
  sizes: {
    small: {
      driver: { replicas: 1, cpu: '100m', memory: '1Gi' },
      executor: { replicas: 1, cpu: '200m', memory: '1Gi' },
    },
    medium: {
      driver: { replicas: 1, cpu: '250m', memory: '1536Mi' },
      executor: { replicas: 2, cpu: '500m', memory: '2Gi' },
    },
    large: {
      driver: { replicas: 1, cpu: '500m', memory: '2Gi' },
      executor: { replicas: 3, cpu: '1', memory: '4Gi' },
    },
  },
  secrets: objectStoreSecrets,
  network: { kubernetesApi: true },
  values: ({ environment, image, bucket, secret, of, size: { driver, executor } }): Values => {
    const { tag, reference } = image('masterdata-indexer');
    const { bootstrap, topics } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const { router, admin } = of(druid);
    const { cloud } = environment;
    return {
      image: reference,
      // The image says which Spark it carries, so that nobody writes it twice.
      sparkVersion: tag.replace(/^.*-spark-/, ''),
      jar: '/opt/spark/jobs/data-products.jar',
      mainClass: 'org.sunbird.obsrv.dataproducts.MasterDataProcessorIndexer',
      schedule: '30 5 * * *',
      driver: { cpu: driver.cpu, memory: driver.memory },
      executor,
      classPath: '/data/conf',
      objectStore: cloud.kind === 'gcp' ? { gcp: {} } : objectStoreOf(cloud, secret),
      files: {
        '/data/conf/masterdata-indexer.conf': {
          settings: {
            env: environment.name,
            'kafka.bootstrap.servers': `${bootstrap.host}:${bootstrap.port}`,
            'metrics.topicName': topics.sparkStats.name,
            'redis.scan.count': 1000,
            'redis.max.pipeline.size': 1000,
            'cloud.storage.provider': providers[cloud.kind],
            // It puts a scheme in front, one for Spark and one for Druid.
            'cloud.storage.container': `${bucket('storage', 'read-write').url.replace(/^\w+/, '')}/`,
            'druid.indexer.url': `http://${router.host}:${router.port}/druid/indexer/v1/task`,
            'druid.segment.granularity': 'MONTH',
            'druid.username': admin.name,
            'source.spec': JSON.stringify(inputSpec),
            'delta.ingestion.spec': JSON.stringify(taskSpec),
          },
          secretSettings: { 'druid.password': { secret: secret(admin.secret).name, key: 'password' } },
        },
        // The registry of the datasets is read from a file of this very name.
        '/data/flink/conf/baseconfig.conf': {
          settings: {
            'postgres.host': server.host,
            'postgres.port': server.port,
            'postgres.database': databases.obsrv.name,
            'postgres.user': roles.pipeline.name,
            'postgres.maxConnections': 2,
          },
          secretSettings: {
            'postgres.password': { secret: secret(roles.pipeline.secret).name, key: 'password' },
          },
        },
      },
    };
  },
});
