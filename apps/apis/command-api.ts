import { defineApp, firstParty, keyOf, setting } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { resourcesOf } from '../pods.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { commandRights } from './command-api-rights.ts';
import { commandSettings } from './command-api-settings.ts';
import { helm, kubectl, start } from './command-api-start.ts';
import { connectorCharts } from './connector-charts.ts';
import { connectors } from './connectors.ts';

const port = 8000;
/** What `start.py` makes. */
const home = '/tmp/command-api';
const flink = 'flink';

export const commandApi = defineApp({
  name: 'command-api',
  description: 'Publishes datasets: makes topics, submits supervisors, restarts jobs, starts connectors.',
  layer: 'apis',
  namespace: 'command-api',
  seed: ['command-api'],
  chart: firstParty('service'),
  images: ['command-api', 'flink-connectors', 'spark-connectors'],
  dependsOn: [connectors, kafka, postgresql, postgresqlMigration],
  uses: ['druid', 'object-store'],
  // Every publication starts kubectl and helm, one after the other.
  sizes: {
    small: { api: { replicas: 1, cpu: '50m', memory: '256Mi' } },
    medium: { api: { replicas: 2, cpu: '100m', memory: '384Mi' } },
    large: { api: { replicas: 2, cpu: '250m', memory: '512Mi' } },
  },
  extraNamespaces: ['connectors', flink],
  // It fetches archives of connectors from wherever the bucket's addresses lead.
  network: { kubernetesApi: true, internet: true, metrics: port },
  provides: ({ endpoint, namespace }) => ({
    http: endpoint('command-api', port),
    /** Its ServiceAccount, as Kubernetes calls it. */
    account: setting(`system:serviceaccount:${namespace}:command-api`),
  }),
  values: ({ environment, size, image, imagePullSecrets, of, secret }): Values => {
    const { bootstrap, perDataset } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const { router, admin } = of('druid');
    const optional = (['cache-indexer', 'lakehouse-connector'] as const).filter(environment.has);
    // They read the registry of datasets when they start, and never again.
    const jobs: [string, ...string[]] = ['unified-pipeline', ...optional];
    const { namespace, secrets } = of(connectors);
    const charts = connectorCharts({
      images: { flink: image('flink-connectors').reference, spark: image('spark-connectors').reference },
      imagePullSecrets,
      secrets: {
        POSTGRES_PASSWORD: { secret: secrets.password.value, key: 'password' },
        ENCRYPTION_KEY: { secret: secrets.encryptionKey.value, key: 'key' },
      },
    });
    const settings = commandSettings({
      bootstrap,
      perDataset: { partitions: perDataset.partitions.value, copies: perDataset.copies.value },
      database: { server, name: databases.obsrv.name, user: roles.commandApi.name },
      druid: { router, user: admin.name },
      jobs,
      connectors: namespace.value,
      charts: `${home}/charts`,
    });
    return {
      image: image('command-api').reference,
      user: 1000,
      replicas: size.api.replicas,
      command: ['python3', '/opt/start/start.py', 'uvicorn', 'routes:app', '--host', '0.0.0.0'],
      ports: { http: port },
      health: { path: '/metrics' },
      metrics: { port: 'http' },
      resources: resourcesOf(size.api, '768Mi'),
      rights: commandRights(namespace.value, flink, jobs),
      env: {
        HOME: '/tmp',
        CONFIG_PATH: home,
        // Names its topic of telemetry, and nothing else.
        system_env: 'system',
        POSTGRES_PASSWORD: keyOf(secret(roles.commandApi.secret), 'password'),
        DRUID_PASSWORD: keyOf(secret(admin.secret), 'password'),
      },
      files: {
        'service_config.yml': { path: '/data/config/service_config.yml', yaml: settings },
        'start.py': { path: '/opt/start/start.py', text: start },
        'files.json': {
          path: '/opt/start/files.json',
          json: { 'bin/kubectl': kubectl, 'bin/helm': helm, ...charts },
        },
      },
    };
  },
});
