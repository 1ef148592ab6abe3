import { type AppContext, firstParty, type OutputTree, type Topic } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { address } from '../address.ts';
import { objectStoreOf, objectStoreSecrets } from '../object-store.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';

/** Labels that Flink gives the pods of a cluster that it runs natively, under the name of its app. */
const podsOf = (app: string) => ({ app, type: 'flink-native-kubernetes' });

/** Service of the JobManager of an app, its port, and the pods behind it. */
export const jobManagerOf = (app: string) =>
  [`${app}-rest`, 8081, { labels: { ...podsOf(app), component: 'jobmanager' } }] as const;

/** What every job is: the operator runs it, it keeps its state in the bucket, and Prometheus asks each of its pods. */
export const jobOf = (app: string) => ({
  namespace: 'flink',
  chart: firstParty('flink-job'),
  secrets: objectStoreSecrets,
  network: { pods: podsOf(app), kubernetesApi: true, metrics: 9249 },
});

type Context = Pick<
  AppContext<never, typeof kafka | typeof postgresql, never, keyof typeof objectStoreSecrets, OutputTree>,
  'environment' | 'bucket' | 'secret' | 'of'
>;

interface Job {
  /** Of the app, and so of its folder in the bucket. */
  readonly name: string;
  /** Consumer group. */
  readonly group: string;
  /** Where events go that it cannot work on. */
  readonly failed: Topic;
}

/** What every job is told: where its state is kept, the topics that all of them write, and the registry. */
export function commonTo(
  { name, group, failed }: Job,
  { environment: { cloud }, bucket, secret, of }: Context,
): Pick<Values, 'state' | 'objectStore' | 'kafka' | 'database'> {
  const { bootstrap, topics } = of(kafka);
  const { server, databases, roles } = of(postgresql);
  return {
    state: { url: `${bucket('checkpoints', 'read-write').url}/${name}`, checkpointSeconds: 30 },
    objectStore: objectStoreOf(cloud, secret),
    kafka: {
      ...address(bootstrap),
      group,
      systemEventsTopic: topics.systemEvents.name,
      failedTopic: failed.name,
    },
    database: {
      ...address(server),
      name: databases.obsrv.name,
      user: roles.pipeline.name,
      secret: secret(roles.pipeline.secret).name,
    },
  };
}
