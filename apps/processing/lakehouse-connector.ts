import { defineApp, setting } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { flinkOperator } from '../operators/flink-operator.ts';
import { hadoopUrl } from '../stores/hive.ts';
import { hms } from '../stores/hms.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { commonTo, jobManagerOf, jobOf } from './flink-job.ts';
import { hadoopOf, libraryImages, schemeOf } from './lakehouse-store.ts';

const name = 'lakehouse-connector';

// Of each lane's heap: what it collects before it writes a file, and what it merges when it compacts one.
const sizes = {
  small: {
    jobManager: { replicas: 1, cpu: '250m', memory: '1536Mi' },
    taskManager: { replicas: 1, cpu: '500m', memory: '2Gi', slots: 1 },
    writeMegabytes: 256,
    compactionMegabytes: 128,
  },
  medium: {
    jobManager: { replicas: 1, cpu: '500m', memory: '2Gi' },
    taskManager: { replicas: 2, cpu: '1', memory: '3Gi', slots: 1 },
    writeMegabytes: 512,
    compactionMegabytes: 384,
  },
  large: {
    jobManager: { replicas: 2, cpu: '1', memory: '2Gi' },
    taskManager: { replicas: 4, cpu: '1', memory: '4Gi', slots: 1 },
    writeMegabytes: 768,
    compactionMegabytes: 512,
  },
};

export const lakehouseConnector = defineApp({
  name,
  description:
    'Writes the events of datasets that ask for it to Hudi tables, and tells the metastore of them.',
  layer: 'processing',
  optional: true,
  ...jobOf(name),
  seed: ['lakehouse-connector'],
  images: [name, ...libraryImages],
  dependsOn: [flinkOperator, kafka, postgresql, postgresqlMigration, hms],
  uses: ['prometheus-pushgateway'],
  sizes,
  provides: ({ endpoint }) => ({
    jobManager: endpoint(...jobManagerOf(name)),
    /** Database of the metastore in which its tables are. */
    schema: setting('hms'),
  }),
  values: (context): Values => {
    const { environment, size, image, bucket, of, own } = context;
    const { repository, tag, digest } = image(name);
    const { topics } = of(kafka);
    const { thrift } = of(hms);
    const { push } = of('prometheus-pushgateway');
    const { state, ...common } = commonTo(
      { name, group: 'hudi-writer-group', failed: topics.failed },
      context,
    );
    const { jobManager, taskManager, writeMegabytes, compactionMegabytes } = size;
    const tables = hadoopUrl(bucket('lakehouse', 'read-write'));
    const lanes = taskManager.replicas * taskManager.slots;
    return {
      image: { repository, tag, digest },
      flinkVersion: 'v1_17',
      jar: '/opt/flink/lib/hudi-connector-1.0.0.jar',
      entryClass: 'org.sunbird.obsrv.streaming.HudiConnectorStreamTask',
      jobManager,
      // It keeps its state, which records are in which files, in RocksDB.
      taskManager: { ...taskManager, managedFraction: 0.2 },
      ...common,
      // Two plugins of the image know s3, and one of them s3a.
      state: { url: state.url.replace(/^s3:/, 's3a:'), checkpointSeconds: 120 },
      hadoop: hadoopOf(environment.cloud, image),
      // Its jar lies among Flink's own: child first, its classes would be there twice.
      flink: { 'classloader.resolve-order': 'parent-first' },
      settings: {
        'kafka.input.topic': topics.hudiConnectorIn.name,
        'kafka.output.topic': topics.hudiConnectorOut.name,
        'kafka.output.invalid.topic': topics.failed.name,
        // Milliseconds, whatever its name says: this version hands the number to Flink as it is.
        'task.checkpointing.pause.between.seconds': 60000,
        // Asked for by what all jobs share: it opens no cache.
        'redis.host': 'localhost',
        'redis.port': 6379,
        'hudi.table.type': 'MERGE_ON_READ',
        'hudi.table.base.path': `${tables}/hudi`,
        'hudi.fs.atomic_creation.support': schemeOf(tables),
        'hudi.metadata.enabled': true,
        'hudi.index.type': 'BLOOM',
        'hudi.compression.codec': 'snappy',
        'hudi.write.batch.size': 32,
        'hudi.write.task.max.memory': writeMegabytes,
        'hudi.write.compaction.max.memory': compactionMegabytes,
        // Asked for; it takes the lanes of the other operators.
        'hudi.write.tasks': lanes,
        'hudi.compaction.tasks': lanes,
        'hudi.compaction.enabled': true,
        // After so many commits, of which each checkpoint is one, or so much time.
        'hudi.delta.commits': 5,
        'hudi.delta.seconds': 600,
        'hudi.hms.enabled': true,
        'hudi.hms.uri': `thrift://${thrift.host}:${thrift.port}`,
        'hudi.hms.database.name': own().schema.value,
        // For JDBC only, and asked for all the same: it speaks to the metastore itself, which has no logins.
        'hudi.hms.database.username': 'nobody',
        'hudi.hms.database.password': '',
        // Figures of the tables; those of the job are scraped.
        'metrics.reporter.type': 'PROMETHEUS_PUSHGATEWAY',
        'metrics.reporter.host': push.host,
        'metrics.reporter.port': push.port,
      },
    };
  },
});
