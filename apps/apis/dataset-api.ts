import { defineApp, firstParty, opaque, provided } from '#generator';
import type { Values } from '../../schemas/charts/dataset-api.gen.ts';
import { address } from '../address.ts';
import { objectStoreOf, objectStoreSecrets } from '../object-store.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDedup } from '../stores/valkey-dedup.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';

export const datasetApi = defineApp({
  name: 'dataset-api',
  description: 'The REST API: the life of a dataset, data in, queries, connectors.',
  layer: 'apis',
  namespace: 'dataset-api',
  seed: ['dataset-api'],
  chart: firstParty('dataset-api'),
  images: ['dataset-api'],
  dependsOn: [postgresql, postgresqlMigration, kafka, valkeyDedup, valkeyDenorm],
  uses: ['unified-pipeline'],
  secrets: {
    ...objectStoreSecrets,
    'service-account': opaque({
      clientEmail: provided(
        'client_email of the key of a Google service account that may use the storage bucket.',
      ),
      privateKey: provided(
        'private_key of that key, as it stands in its JSON: every line break written as \\n.',
      ),
    }),
  },
  network: { metrics: 3000 },
  provides: ({ endpoint }) => ({ http: endpoint('dataset-api', 3000) }),
  // No route leads here from outside, and none may before something in front verifies tokens: the API checks the
  // signature of its own tokens only, and takes those of Keycloak at their word.
  values: ({ environment, image, bucket, secret, of }): Values => {
    const { repository, tag, digest } = image('dataset-api');
    const { bootstrap, topics } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const { jobManager } = of('unified-pipeline');
    const { cloud } = environment;
    return {
      image: { repository, tag, digest },
      replicas: environment.bySize({ small: 1, medium: 2, large: 3 }),
      resources: environment.bySize({
        small: { requests: { cpu: '250m', memory: '1Gi' }, limits: { memory: '2Gi' } },
        medium: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '2Gi' } },
        large: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '2Gi' } },
      }),
      environment: environment.name,
      database: {
        ...address(server),
        name: databases.obsrv.name,
        user: roles.obsrv.name,
        secret: secret(roles.obsrv.secret).name,
      },
      kafka: {
        ...address(bootstrap),
        telemetryTopic: topics.systemTelemetryEvents.name,
      },
      encryptionKey: { secret: secret(of(postgresqlMigration).encryptionKey).name, key: 'key' },
      storage: {
        bucket: bucket('storage').name,
        in:
          cloud.kind === 'gcp'
            ? { gcp: { project: cloud.project, secret: secret('service-account').name } }
            : objectStoreOf(cloud, secret),
      },
      pipeline: address(jobManager),
      caches: { dedup: address(of(valkeyDedup).server), denorm: address(of(valkeyDenorm).server) },
      metrics: environment.has('prometheus-operator-crds'),
    };
  },
});
