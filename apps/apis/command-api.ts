import { defineApp, firstParty, keyOf } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { commandSettings } from './command-api-settings.ts';

const port = 8000;
/** Jobs that read the registry of datasets when they start, and never again. */
const restarted = ['unified-pipeline', 'cache-indexer', 'lakehouse-connector'] as const;

export const commandApi = defineApp({
  name: 'command-api',
  description: 'Publishes datasets: makes topics, submits supervisors, restarts jobs, starts connectors.',
  layer: 'apis',
  namespace: 'command-api',
  seed: ['command-api'],
  chart: firstParty('service'),
  images: ['command-api'],
  dependsOn: [kafka, postgresql, postgresqlMigration],
  uses: ['druid'],
  // Every publication starts kubectl and helm, one after the other.
  sizes: {
    small: { api: { replicas: 1, cpu: '50m', memory: '192Mi' } },
    medium: { api: { replicas: 2, cpu: '100m', memory: '256Mi' } },
    large: { api: { replicas: 2, cpu: '250m', memory: '512Mi' } },
  },
  network: { metrics: port },
  provides: ({ endpoint }) => ({ http: endpoint('command-api', port) }),
  values: ({ environment, size, image, of, secret }): Values => {
    const { bootstrap, perDataset } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const { router, admin } = of('druid');
    const settings = commandSettings({
      bootstrap,
      perDataset: { partitions: perDataset.partitions.value, copies: perDataset.copies.value },
      database: { server, name: databases.obsrv.name, user: roles.commandApi.name },
      druid: { router, user: admin.name },
      jobs: restarted.filter((name) => environment.has(name)),
      connectors: 'connectors',
    });
    return {
      image: image('command-api').reference,
      user: 1000,
      replicas: size.api.replicas,
      ports: { http: port },
      health: { path: '/metrics' },
      metrics: { port: 'http' },
      resources: resourcesOf(size.api, '768Mi'),
      env: {
        HOME: '/tmp',
        // Names its topic of telemetry, and nothing else.
        system_env: 'system',
        POSTGRES_PASSWORD: keyOf(secret(roles.commandApi.secret), 'password'),
        DRUID_PASSWORD: keyOf(secret(admin.secret), 'password'),
      },
      files: {
        'service_config.yml': { path: '/data/config/service_config.yml', yaml: settings },
      },
    };
  },
});
