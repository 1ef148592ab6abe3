import { defineApp } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { address } from '../address.ts';
import { flinkOperator } from '../operators/flink-operator.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDedup } from '../stores/valkey-dedup.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';
import { commonTo, jobManagerOf, jobOf } from './flink-job.ts';

const name = 'unified-pipeline';

const sizes = {
  small: {
    jobManager: { replicas: 1, cpu: '250m', memory: '1Gi' },
    taskManager: { replicas: 1, cpu: '500m', memory: '1536Mi', slots: 1 },
  },
  medium: {
    jobManager: { replicas: 1, cpu: '500m', memory: '1536Mi' },
    taskManager: { replicas: 2, cpu: '1', memory: '2Gi', slots: 1 },
  },
  large: {
    jobManager: { replicas: 2, cpu: '500m', memory: '1536Mi' },
    taskManager: { replicas: 2, cpu: '2', memory: '4Gi', slots: 2 },
  },
};

export const unifiedPipeline = defineApp({
  name,
  description: 'Validates, deduplicates, joins and transforms every event, and routes it to its dataset.',
  layer: 'processing',
  ...jobOf(name),
  seed: ['flink'],
  images: ['unified-pipeline'],
  dependsOn: [flinkOperator, kafka, postgresql, postgresqlMigration, valkeyDedup, valkeyDenorm],
  // Where the master data of a dataset lies stands in the registry: the job connects to it and is not told.
  uses: ['valkey-denorm'],
  sizes,
  provides: ({ endpoint }) => ({ jobManager: endpoint(...jobManagerOf(name)) }),
  values: (context): Values => {
    const { size, image, of } = context;
    const { repository, tag, digest } = image('unified-pipeline');
    const { topics } = of(kafka);
    return {
      image: { repository, tag, digest },
      flinkVersion: 'v1_20',
      jar: '/opt/flink/usrlib/unified-pipeline-1.0.0.jar',
      entryClass: 'org.sunbird.obsrv.pipeline.task.UnifiedPipelineStreamTask',
      ...size,
      ...commonTo({ name, group: 'unified-pipeline-group', failed: topics.failed }, context),
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
