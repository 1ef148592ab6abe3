import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import { rcloneFolder, rcloneVariables } from '../rclone.ts';
import { masterDataDatabases, valkeyDenorm } from '../stores/valkey-denorm.ts';

const snapshot = '/snapshot/dump.rdb';
const folder = 'valkey-denorm';

const sizes = {
  small: { run: { replicas: 1, cpu: '50m', memory: '64Mi' }, schedule: '15 1 * * *', days: 7 },
  medium: { run: { replicas: 1, cpu: '100m', memory: '128Mi' }, schedule: '15 1,7,13,19 * * *', days: 14 },
  large: { run: { replicas: 1, cpu: '250m', memory: '256Mi' }, schedule: '15 1,7,13,19 * * *', days: 30 },
};

export const valkeyDenormBackup = defineApp({
  name: 'valkey-denorm-backup',
  description: 'Copies snapshots of the master data to object storage.',
  layer: 'operations',
  namespace: 'valkey-denorm',
  seed: ['redis-backup'],
  optional: true,
  chart: firstParty('service'),
  images: ['valkey', 'rclone'],
  dependsOn: [valkeyDenorm],
  secrets: { 'object-store': objectStoreSecrets['object-store'] },
  sizes,
  values: ({ environment, size, image, bucket, of, secret }): Values => {
    const { run, schedule, days } = size;
    const cache = of(valkeyDenorm);
    const { host, port } = cache.server;
    const megabytes = Number(cache.megabytes.value);
    const task = { TASK: 'backup', SNAPSHOT: snapshot };
    const store = {
      ...task,
      ...rcloneVariables(environment.cloud, () => secret('object-store')),
      FOLDER: rcloneFolder(bucket('backups', 'read-write'), folder),
    };
    return {
      kind: 'CronJob',
      schedule,
      deadlineSeconds: 3600,
      user: 1000,
      init: [
        {
          name: 'fetch',
          image: image('rclone').reference,
          command: ['sh', '-euc', fetchSnapshot],
          env: { ...store, NAME: 'latest' },
          resources: resourcesOf(run, '256Mi'),
        },
        {
          name: 'cache',
          image: image('valkey').reference,
          command: ['sh', '-euc', useCache],
          env: { ...task, HOST: host, PORT: port, DATABASES: masterDataDatabases },
          // Whoever brings a snapshot back holds all of it in memory.
          resources: resourcesOf(run, `${megabytes * 1.5 + 128}Mi`),
        },
      ],
      image: image('rclone').reference,
      command: ['sh', '-euc', copySnapshot],
      env: { ...store, DAYS: days },
      resources: resourcesOf(run, '256Mi'),
      // The snapshot, and when it is brought back the same as commands, which take more room.
      volumes: { snapshot: { path: '/snapshot', scratch: `${megabytes * 3}Mi` } },
    };
  },
  restore: ({ environment, namespace, bucket, size }) => ({
    keeps:
      `Snapshots of the master data in \`${bucket('backups', 'read').name}/${folder}\` (UTC: \`${size.schedule}\`), each for ${size.days} days. ` +
      'What was written after the last one is lost here; if Kafka still has it, see `cache-indexer`.',
    steps: [
      {
        do: 'See which snapshots there are: the last run has listed them.',
        run: `kubectl -n ${namespace} logs job/$(kubectl -n ${namespace} get jobs --sort-by=.metadata.creationTimestamp -o name | tail -n 1 | cut -d/ -f2)`,
      },
      {
        do: 'Bring the newest back. **This empties the cache first.** For an older one, put its name in place of `latest` with a second `-e "s/value: latest$/value: 2026-01-05T01-15-00Z.rdb/"`.',
        run: [
          `kubectl -n ${namespace} create job restore --from=cronjob/valkey-denorm-backup --dry-run=client -o yaml |`,
          "  sed -e 's/value: backup$/value: restore/' |",
          '  kubectl create -f -',
          `kubectl -n ${namespace} wait --for=condition=complete --timeout=1h job/restore`,
        ].join('\n'),
      },
      {
        do: 'Look at how many rows each dataset has, and take the Job away.',
        run: [
          `kubectl -n ${namespace} exec valkey-denorm-0 -- valkey-cli info keyspace`,
          `kubectl -n ${namespace} delete job restore`,
        ].join('\n'),
      },
      ...(environment.cloud.kind === 'local'
        ? [{ do: 'The bucket is on an object store of your own: it is as safe as what that store runs on.' }]
        : []),
    ],
  }),
});

/** Of a run that restores: the snapshot by its name. rclone takes a name that is not there for an empty folder. */
const fetchSnapshot = `\
if [ "$TASK" != restore ]; then exit 0; fi
if [ "$NAME" = latest ]; then NAME=$(rclone lsf "$FOLDER" | sort | tail -n 1); fi
if [ -n "$NAME" ]; then rclone copyto "$FOLDER/$NAME" "$SNAPSHOT"; fi
if [ ! -f "$SNAPSHOT" ]; then
  echo "there is no snapshot $NAME in $FOLDER" >&2
  exit 1
fi
`;

/**
 * Takes a snapshot as a replica would get it, so no file of the server is touched, and looks whether a server could load
 * it. Or the other way round: loads it into a server of its own, writes it down as commands, and sends those to the cache.
 */
const useCache = `\
if [ "$TASK" = backup ]; then
  valkey-cli -h "$HOST" -p "$PORT" --rdb "$SNAPSHOT"
  valkey-check-rdb "$SNAPSHOT"
  exit 0
fi
valkey-check-rdb "$SNAPSHOT"
cd "$(dirname "$SNAPSHOT")"
socket=$PWD/socket
valkey-server --port 0 --unixsocket "$socket" --daemonize yes --databases "$DATABASES" --save '' \\
  --dir "$PWD" --dbfilename "$(basename "$SNAPSHOT")" --aof-use-rdb-preamble no
own() { valkey-cli -e -s "$socket" "$@"; }
until own ping > /dev/null 2>&1; do sleep 1; done
own config set appendonly yes > /dev/null
until own info persistence | grep -q '^aof_rewrite_in_progress:0' && ls appendonlydir/*.base.aof > /dev/null 2>&1; do sleep 1; done
own shutdown nosave || true
valkey-cli -e -h "$HOST" -p "$PORT" flushall
cat appendonlydir/*.base.aof | valkey-cli -h "$HOST" -p "$PORT" --pipe
`;

/** Old ones go only after a new one is there. */
const copySnapshot = `\
if [ "$TASK" != backup ]; then exit 0; fi
rclone copyto --immutable "$SNAPSHOT" "$FOLDER/$(date -u +%Y-%m-%dT%H-%M-%SZ).rdb"
rclone delete --min-age "$DAYS"d "$FOLDER"
rclone lsl "$FOLDER"
`;
