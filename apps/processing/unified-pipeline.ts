import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { address } from '../address.ts';
import { objectStoreOf, objectStoreSecrets } from '../object-store.ts';
import { flinkOperator } from '../operators/flink-operator.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDedup } from '../stores/valkey-dedup.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';

const name = 'unified-pipeline';
/** Labels that Flink gives the pods of a cluster that it runs natively. */
const pods = { app: name, type: 'flink-native-kubernetes' };

export const unifiedPipeline = defineApp({
  name,
  description: 'Validates, deduplicates, joins and transforms every event, and routes it to its dataset.',
  layer: 'processing',
  namespace: 'flink',
  seed: ['flink'],
  chart: firstParty('flink-job'),
  images: ['unified-pipeline'],
  dependsOn: [flinkOperator, kafka, postgresql, postgresqlMigration, valkeyDedup, valkeyDenorm],
  // Where the master data of a dataset lies stands in the registry: the job connects to it and is not told.
  uses: ['valkey-denorm'],
  secrets: objectStoreSecrets,
  network: { pods, kubernetesApi: true, metrics: 9249 },
  provides: ({ endpoint }) => ({
    jobManager: endpoint(`${name}-rest`, 8081, { labels: { ...pods, component: 'jobmanager' } }),
  }),
  values: ({ environment, image, bucket, secret, of }): Values => {
    const { repository, tag, digest } = image('unified-pipeline');
    const { bootstrap, topics } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const { cloud } = environment;
    const parallelism = environment.bySize({ small: 1, medium: 2, large: 4 });
    return {
      image: { repository, tag, digest },
      flinkVersion: 'v1_20',
      jar: '/opt/flink/usrlib/unified-pipeline-1.0.0.jar',
      entryClass: 'org.sunbird.obsrv.pipeline.task.UnifiedPipelineStreamTask',
      parallelism: { consumer: parallelism, downstream: parallelism },
      jobManager: {
        replicas: environment.bySize({ small: 1, medium: 1, large: 2 }),
        cpu: 0.5,
        memory: '1536Mi',
      },
      taskManager: environment.bySize({
        small: { slots: 1, cpu: 0.5, memory: '2Gi' },
        medium: { slots: 1, cpu: 1, memory: '2Gi' },
        large: { slots: 2, cpu: 2, memory: '4Gi' },
      }),
      state: { url: `${bucket('checkpoints', 'read-write').url}/${name}`, checkpointSeconds: 30 },
      objectStore: cloud.kind === 'gcp' ? { gcp: {} } : objectStoreOf(cloud, secret),
      kafka: {
        ...address(bootstrap),
        group: 'unified-pipeline-group',
        systemEventsTopic: topics.systemEvents.name,
        failedTopic: topics.failed.name,
      },
      database: {
        ...address(server),
        name: databases.obsrv.name,
        user: roles.obsrv.name,
        secret: secret(roles.obsrv.secret).name,
      },
      cache: address(of(valkeyDedup).server),
      settings: {
        'kafka.input.topic': topics.ingest.name,
        // Without it the job asks the database for every single event.
        'kafka.event.max.size': 1048576,
        'kafka.output.raw.topic': topics.raw.name,
        'kafka.output.extractor.duplicate.topic': topics.failed.name,
        'kafka.output.batch.failed.topic': topics.failed.name,
        'kafka.output.invalid.topic': topics.failed.name,
        'kafka.output.unique.topic': topics.unique.name,
        'kafka.output.duplicate.topic': topics.failed.name,
        'kafka.output.denorm.topic': topics.denorm.name,
        'kafka.output.transform.topic': topics.transform.name,
        'kafka.output.transform.failed.topic': topics.transformFailed.name,
        'kafka.stats.topic': topics.stats.name,
        'task.window.time.in.seconds': 5,
        'task.window.count': 30,
        'redis.database.extractor.duplication.store.id': 1,
        'redis.database.preprocessor.duplication.store.id': 2,
        'redis.database.key.expiry.seconds': 3600,
      },
    };
  },
});
