import type { RestoreContext, Runbook } from '#generator';

type Context = Pick<
  // biome-ignore lint/suspicious/noExplicitAny: what is picked hangs on none of them
  RestoreContext<any, any, any, any, any, any, any>,
  'environment' | 'namespace' | 'secret'
>;

/** Every other runbook ends in this store, so it needs a copy elsewhere: nobody else can make one. */
export function restoreObjectStore({ environment, namespace, secret }: Context): Runbook {
  const buckets = Object.values(environment.cloud.buckets).join(' ');
  const administrator = secret('administrator').name;
  const key = (name: string): string =>
    `$(kubectl -n ${namespace} get secret ${administrator} -o jsonpath='{.data.${name}}' | base64 -d)`;
  return {
    keeps:
      environment.size === 'small'
        ? 'Nothing beyond its volumes, with one copy of each piece. **It holds the backups of everything else**: copy it to another place, on a schedule of your own.'
        : 'Nothing beyond its volumes: each piece is on two servers, so one may be lost. **It holds the backups of everything else**: copy it to another place, on a schedule of your own.',
    steps: [
      {
        do: 'On a machine outside the cluster, with `rclone`: reach the store as its administrator.',
        run: [
          `kubectl -n ${namespace} port-forward service/object-store-s3 8333 & sleep 3`,
          'export RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other RCLONE_CONFIG_STORE_FORCE_PATH_STYLE=true',
          'export RCLONE_CONFIG_STORE_ENDPOINT=http://localhost:8333 RCLONE_CONFIG_STORE_REGION=us-east-1',
          `export RCLONE_CONFIG_STORE_ACCESS_KEY_ID=${key('accessKey')}`,
          `export RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=${key('secretKey')}`,
        ].join('\n'),
      },
      {
        do: 'Every night: copy what is new. Nothing is deleted in the copy, so that what is deleted by mistake is still there.',
        run: `for bucket in ${buckets}; do rclone copy "store:$bucket" "copy/$bucket"; done`,
      },
      {
        do: 'After a loss: let Argo CD bring the store and its buckets up, empty, and hold everything that would write to it: `postgresql`, `druid`, and the jobs. Then copy back.',
        run: `for bucket in ${buckets}; do rclone copy "copy/$bucket" "store:$bucket"; done`,
      },
      {
        do: 'Compare, and go on with `postgresql`.',
        run: `for bucket in ${buckets}; do rclone check --one-way --size-only "copy/$bucket" "store:$bucket"; done`,
      },
    ],
  };
}
