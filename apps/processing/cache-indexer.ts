import { defineApp } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { address } from '../address.ts';
import { flinkOperator } from '../operators/flink-operator.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';
import { commonTo, jobManagerOf, jobOf } from './flink-job.ts';

const name = 'cache-indexer';

const sizes = {
  small: {
    jobManager: { replicas: 1, cpu: '100m', memory: '1Gi' },
    taskManager: { replicas: 1, cpu: '100m', memory: '1Gi', slots: 1 },
  },
  medium: {
    jobManager: { replicas: 1, cpu: '250m', memory: '1536Mi' },
    taskManager: { replicas: 1, cpu: '500m', memory: '1536Mi', slots: 1 },
  },
  large: {
    jobManager: { replicas: 2, cpu: '250m', memory: '1536Mi' },
    taskManager: { replicas: 2, cpu: '1', memory: '2Gi', slots: 1 },
  },
};

export const cacheIndexer = defineApp({
  name,
  description: 'Writes master data to the cache from which the pipeline joins it.',
  layer: 'processing',
  optional: true,
  ...jobOf(name),
  seed: ['flink'],
  images: ['cache-indexer'],
  dependsOn: [flinkOperator, kafka, postgresql, postgresqlMigration, valkeyDenorm],
  sizes,
  provides: ({ endpoint }) => ({ jobManager: endpoint(...jobManagerOf(name)) }),
  values: (context): Values => {
    const { size, image, of } = context;
    const { repository, tag, digest } = image('cache-indexer');
    const { topics } = of(kafka);
    return {
      image: { repository, tag, digest },
      flinkVersion: 'v1_20',
      jar: '/opt/flink/usrlib/cache-indexer-1.0.0.jar',
      entryClass: 'org.sunbird.obsrv.streaming.CacheIndexerStreamTask',
      ...size,
      // Its input is one topic for each live dataset of master data, of the dataset's name: the registry knows them.
      ...commonTo({ name, group: 'masterdata-pipeline-group', failed: topics.masterdataFailed }, context),
      cache: address(of(valkeyDenorm).server),
      settings: {
        // Asked for, and of no consequence: it keeps no windows.
        'task.window.time.in.seconds': 5,
        'task.window.count': 30,
      },
    };
  },
});
