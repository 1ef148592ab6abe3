import { defineApp, firstParty, keyOf } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import { kafka } from '../stores/kafka.ts';
import { archiveConfig } from './event-archive-config.ts';

const port = 4195;
/** What the API calls the path of telemetry. */
const prefix = 'telemetry-data';

export const eventArchive = defineApp({
  name: 'event-archive',
  description:
    'Copies events of every step to object storage, by dataset and day, where the API offers them.',
  layer: 'processing',
  optional: true,
  namespace: 'event-archive',
  seed: ['secor'],
  chart: firstParty('service'),
  images: ['bento'],
  dependsOn: [kafka],
  secrets: { 'object-store': objectStoreSecrets['object-store'] },
  network: { metrics: port },
  // Files grow in memory, one for each partition, and one replica may have to hold them all.
  sizes: {
    small: { archive: { replicas: 1, cpu: '100m', memory: '384Mi', fileMebibytes: 2, fileMinutes: 10 } },
    medium: { archive: { replicas: 2, cpu: '250m', memory: '1Gi', fileMebibytes: 8, fileMinutes: 30 } },
    large: { archive: { replicas: 2, cpu: '500m', memory: '3Gi', fileMebibytes: 16, fileMinutes: 60 } },
  },
  values: ({ environment, image, bucket, of, secret, size: { archive } }): Values => {
    const { bootstrap, topics } = of(kafka);
    const { cloud } = environment;
    const key = cloud.kind === 'local' ? secret('object-store') : null;
    return {
      image: image('bento').reference,
      user: 10001,
      args: ['-c', '/etc/bento/archive.yaml'],
      replicas: archive.replicas,
      resources: resourcesOf(archive),
      ports: { http: port },
      // Ready while it reaches both Kafka and the bucket; to start it anew would bring neither back.
      probes: {
        startup: { httpGet: { path: '/ping', port: 'http' }, failureThreshold: 30 },
        readiness: { httpGet: { path: '/ready', port: 'http' } },
        liveness: { httpGet: { path: '/ping', port: 'http' } },
      },
      metrics: { port: 'http' },
      env: {
        GOMEMLIMIT: goLimit(archive.memory),
        ...(key && {
          AWS_ACCESS_KEY_ID: keyOf(key, 'accessKey'),
          AWS_SECRET_ACCESS_KEY: keyOf(key, 'secretKey'),
        }),
      },
      files: {
        'archive.yaml': {
          path: '/etc/bento/archive.yaml',
          yaml: archiveConfig({
            brokers: bootstrap,
            topics: [
              topics.ingest,
              topics.raw,
              topics.unique,
              topics.denorm,
              topics.transform,
              topics.failed,
              topics.systemEvents,
              topics.systemTelemetryEvents,
              topics.masterdataIngest,
            ],
            cloud,
            // The API looks for them in the bucket that it has.
            bucket: bucket('storage', 'read-write'),
            prefix,
            fileBytes: archive.fileMebibytes * 2 ** 20,
            fileAge: `${archive.fileMinutes}m`,
          }),
        },
      },
    };
  },
  restore: ({ bucket }) => ({
    keeps: `It makes what others come back from: every event, by step, dataset and day, in \`${bucket('backups', 'read').name}/${prefix}\`. What it has not uploaded it reads again from Kafka. To bring events of a day back into the pipeline, send the files of the step \`ingest\` to the API again.`,
  }),
});

/** Where Go begins to clean up: nine tenths of the container's memory, in bytes. */
const goLimit = (memory: string): number => {
  const [, count, unit] = memory.match(/^(\d+)(Mi|Gi)$/) ?? [];
  return Math.floor(Number(count) * (unit === 'Gi' ? 2 ** 30 : 2 ** 20) * 0.9);
};
