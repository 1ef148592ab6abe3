import type { RestoreContext, Runbook } from '#generator';
import type { Values } from '../../schemas/charts/druid.gen.ts';
import { addressOf, listing } from '../listing.ts';

type Context = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what is picked hangs on none of them
  RestoreContext<any, any, any, any, any, any, Values>,
  'environment' | 'namespace' | 'bucket' | 'settings'
>;

/** How Druid comes back: what is on its volumes are copies, and the list of what there is, is in PostgreSQL. */
export function restoreDruid({ environment: { cloud }, namespace, bucket, settings }: Context): Runbook {
  const storage = bucket('storage', 'read');
  const { accounts, database } = settings;
  const ask = (path: string, options = ''): string =>
    `curl -s -u "admin:$password" ${options}"http://localhost:8888${path}"`;
  return {
    keeps:
      `All that was published: segments in \`${storage.name}/druid/segments\`, and in the database \`${database.name}\` of PostgreSQL which of them count, ` +
      'how far each supervisor has read, who may log in, and for how long data is kept. Volumes hold copies, which are loaded again by themselves. ' +
      'Events of the last minutes, which no segment has yet, are read once more from Kafka, if Kafka has them.',
    steps: [
      {
        do: 'Bring PostgreSQL back first: a Druid that finds an empty database makes tables of its own, and knows no segment. See that the segments are there.',
        run: listing(cloud, `${addressOf(storage, cloud)}/druid/segments/`),
      },
      {
        do: 'Ask how much of each data source is loaded. Wait for 100 everywhere.',
        run: [
          `password=$(kubectl -n ${namespace} get secret ${accounts.admin} -o jsonpath='{.data.password}' | base64 -d)`,
          `kubectl -n ${namespace} port-forward service/druid-${settings.cluster}-routers 8888 & sleep 3`,
          ask('/druid/coordinator/v1/loadstatus'),
        ].join('\n'),
      },
      {
        do: 'See which supervisors do not run. If the database is older than the bucket, segments that were published since are in the bucket and count no more: their events are read again from Kafka.',
        run: ask('/druid/indexer/v1/supervisor?state=true'),
      },
      {
        do: 'A supervisor whose Kafka is new asks for offsets that are not there, and says so. Let it begin with what there is; put its name in place of `NAME`. **What it had read before and not published is lost.**',
        run: ask('/druid/indexer/v1/supervisor/NAME/reset', '-X POST '),
      },
    ],
  };
}
