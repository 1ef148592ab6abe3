import { defineApp, firstParty } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import { rcloneFolder, rcloneVariables } from '../rclone.ts';
import { denormSizes, valkeyDenorm } from '../stores/valkey-denorm.ts';

const snapshot = '/snapshot/dump.rdb';

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
    const { megabytes } = environment.bySize(denormSizes);
    const { host, port } = of(valkeyDenorm).server;
    const resources = resourcesOf(run, '512Mi');
    return {
      kind: 'CronJob',
      schedule,
      deadlineSeconds: 3600,
      user: 1000,
      init: [
        {
          name: 'snapshot',
          image: image('valkey').reference,
          command: ['sh', '-euc', takeSnapshot],
          env: { HOST: host, PORT: port, SNAPSHOT: snapshot },
          resources,
        },
      ],
      image: image('rclone').reference,
      command: ['sh', '-euc', copySnapshot],
      env: {
        ...rcloneVariables(environment.cloud, () => secret('object-store')),
        SNAPSHOT: snapshot,
        FOLDER: rcloneFolder(bucket('backups', 'read-write'), 'valkey-denorm'),
        DAYS: days,
      },
      resources,
      // A snapshot is smaller than what it is of.
      volumes: { snapshot: { path: '/snapshot', scratch: `${megabytes}Mi` } },
    };
  },
});

/** As a replica would get it, so no file of the server is touched; and it must be one that a server could load. */
const takeSnapshot = `\
valkey-cli -h "$HOST" -p "$PORT" --rdb "$SNAPSHOT"
valkey-check-rdb "$SNAPSHOT"
`;

/** Old ones go only after a new one is there. */
const copySnapshot = `\
rclone copyto --immutable "$SNAPSHOT" "$FOLDER/$(date -u +%Y-%m-%dT%H-%M-%SZ).rdb"
rclone delete --min-age "$DAYS"d "$FOLDER"
rclone lsl "$FOLDER"
`;
