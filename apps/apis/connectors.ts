import { defineApp, firstParty, keyOf, setting } from '#generator';
import type { Values } from '../../schemas/charts/connectors.gen.ts';
import { admissionPolicy } from '../cluster-kinds.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { connectorSettings } from './connector-settings.ts';

// Of every pod of a connector: policies and monitors know it by them.
const pods = { 'app.kubernetes.io/managed-by': 'command-api' };

export const connectors = defineApp({
  name: 'connectors',
  description:
    'The namespace of connectors: how much they may take, whom they reach, and what they are told.',
  layer: 'apis',
  namespace: 'connectors',
  seed: ['command-api'],
  chart: firstParty('connectors'),
  dependsOn: [kafka, postgresql, postgresqlMigration],
  uses: ['command-api', 'dataset-api'],
  clusterKinds: admissionPolicy,
  exceptions: [
    {
      code: 'unselected-pod',
      object: 'NetworkPolicy/connectors',
      reason: 'The pods of connectors come at run time, from charts that the command API installs.',
    },
    {
      code: 'unselected-pod',
      object: 'NetworkPolicy/connectors-others',
      reason: 'It is there for pods that should not be.',
    },
    {
      code: 'idle-monitor',
      object: 'PodMonitor/connectors',
      reason: 'The pods of connectors come at run time, from charts that the command API installs.',
    },
  ],
  // The most that all connectors together may ask for; pods come and go at run time.
  sizes: {
    small: { cpuRequests: '2', memoryRequests: '6Gi', memoryLimits: '8Gi', most: 8 },
    medium: { cpuRequests: '8', memoryRequests: '24Gi', memoryLimits: '32Gi', most: 24 },
    large: { cpuRequests: '24', memoryRequests: '72Gi', memoryLimits: '96Gi', most: 64 },
  },
  // Sources of data lie anywhere. What is not behind HTTPS is added by the environment.
  network: { pods, internet: true, metrics: 9249 },
  provides: ({ namespace }) => ({
    namespace: setting(namespace),
    /** Secrets there, whose names follow from those who own them: what settings are filled in with. */
    secrets: {
      password: setting('connectors-postgresql-connectors'),
      encryptionKey: setting('connectors-postgresql-migration-encryption'),
    },
  }),
  values: ({ environment, size, of, secret }): Values => {
    const { bootstrap, topics } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    return {
      secrets: [
        keyOf(secret(roles.connectors.secret), 'password'),
        keyOf(secret(of(postgresqlMigration).encryptionKey), 'key'),
      ],
      quota: {
        pods: String(size.most),
        'requests.cpu': size.cpuRequests,
        'requests.memory': size.memoryRequests,
        'limits.memory': size.memoryLimits,
        'count/cronjobs.batch': String(size.most),
        'count/deployments.apps': String(size.most),
        // Each release of Helm keeps its last ten versions there.
        'count/secrets': String(size.most * 24),
        services: '0',
        persistentvolumeclaims: '0',
      },
      container: {
        default: { memory: '512Mi' },
        defaultRequest: { cpu: '50m', memory: '256Mi' },
        max: { memory: '4Gi' },
      },
      restarts: { user: of('command-api').account.value, namespace: 'flink' },
      settings: connectorSettings({
        environment: environment.name,
        bootstrap,
        topics: { failed: topics.connectorsFailed.name, metrics: topics.obsrvConnectorsMetrics.name },
        database: { server, name: databases.obsrv.name, user: roles.connectors.name },
        datasetApi: of('dataset-api').http,
      }),
    };
  },
});
