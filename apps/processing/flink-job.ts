import { type AppContext, firstParty, type OutputTree, type RestoreContext, type Topic } from '#generator';
import type { Values } from '../../schemas/charts/flink-job.gen.ts';
import { address } from '../address.ts';
import { addressOf, listing } from '../listing.ts';
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
  restore: restoreJob(app),
});

type RestoreJob = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what is picked hangs on none of them
  RestoreContext<any, any, any, any, any, any, any>,
  'environment' | 'namespace' | 'bucket'
>;

/** A job goes on by itself wherever Kubernetes still knows which checkpoint was the last; in a new cluster nobody does. */
const restoreJob =
  (app: string) =>
  ({ environment: { cloud }, namespace, bucket }: RestoreJob) => {
    const checkpoints = bucket('checkpoints', 'read');
    const folder = `${checkpoints.url}/${app}`;
    return {
      keeps:
        `Its state: a checkpoint every half minute in \`${folder}/checkpoints\`, of which the last three stay, and a savepoint before each upgrade in \`${folder}/savepoints\`. ` +
        'Without it, the job begins where its consumer group has got to in Kafka, and what it had counted or was about to write is lost.',
      steps: [
        {
          do: 'Find the newest folder that has a file `_metadata` in it. Kafka must have the offsets in it still: for a Kafka that is new too, leave out the rest.',
          run: listing(cloud, `${addressOf(checkpoints, cloud)}/${app}/`, { deep: true }),
        },
        {
          do: 'Have the job begin there. The next time, use another number. Argo CD leaves both fields alone; they go with the next change of the job.',
          run: `kubectl -n ${namespace} patch flinkdeployment ${app} --type merge -p '{"spec":{"job":{"initialSavepointPath":"${folder}/checkpoints/JOB/chk-42","savepointRedeployNonce":1}}}'`,
        },
        {
          do: 'Wait until it runs, and see in its log that it was restored.',
          run: [
            `kubectl -n ${namespace} wait --for=jsonpath='{.status.jobStatus.state}'=RUNNING --timeout=15m flinkdeployment/${app}`,
            `kubectl -n ${namespace} logs deployment/${app} | grep -i 'restor'`,
          ].join('\n'),
        },
      ],
    };
  };

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
