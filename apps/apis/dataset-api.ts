import { defineApp, firstParty, keyOf, opaque, provided } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { url } from '../address.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf } from '../pods.ts';
import { kafka } from '../stores/kafka.ts';
import { postgresql } from '../stores/postgresql.ts';
import { postgresqlMigration } from '../stores/postgresql-migration.ts';
import { valkeyDedup } from '../stores/valkey-dedup.ts';
import { valkeyDenorm } from '../stores/valkey-denorm.ts';
import { querySettings, storageSettings } from './dataset-api-settings.ts';

const port = 3000;

// It would make rules in Grafana for each dataset, as an admin of it, and call a dataset that is live a failure where it
// cannot. Alerts are those of Prometheus, for all datasets.
const noRulesOfItsOwn = {
  configs: { alerts: { dataset_metrics_flink: [], dataset_metrics_druid: [], api_metric: [] } },
};

export const datasetApi = defineApp({
  name: 'dataset-api',
  description: 'The REST API: the life of a dataset, data in, queries, connectors.',
  layer: 'apis',
  namespace: 'dataset-api',
  seed: ['dataset-api', 'config-api'],
  chart: firstParty('service'),
  images: ['dataset-api'],
  dependsOn: [postgresql, postgresqlMigration, kafka, valkeyDedup, valkeyDenorm],
  uses: [
    'cache-indexer',
    'command-api',
    'druid',
    'kube-prometheus-stack',
    'opentelemetry-collector',
    'unified-pipeline',
  ],
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
  sizes: {
    small: { api: { replicas: 1, cpu: '250m', memory: '384Mi' } },
    medium: { api: { replicas: 2, cpu: '500m', memory: '1Gi' } },
    large: { api: { replicas: 3, cpu: '1', memory: '2Gi' } },
  },
  network: { metrics: port },
  provides: ({ endpoint, host }) => {
    const http = endpoint('dataset-api', port);
    // Not /v2/files: it hands out addresses of objects to whoever asks.
    return { http, public: host('api', http, { paths: ['/v2/data/', '/v2/datasets/'] }) };
  },
  // It checks the signature of its own tokens only, and takes those of Keycloak at their word: whoever gets here has to
  // be who passes on what the gateway verified, or what Keycloak itself handed out.
  values: ({ environment, size, image, bucket, secret, of }): Values => {
    const { tag, reference } = image('dataset-api');
    const { bootstrap, topics } = of(kafka);
    const { server, databases, roles } = of(postgresql);
    const pipeline = of('unified-pipeline').jobManager;
    const indexer = environment.has('cache-indexer') ? of('cache-indexer').jobManager : null;
    const { router, admin } = of('druid');
    const command = of('command-api').http;
    const observed = {
      ...(environment.has('kube-prometheus-stack') && {
        prometheus_url: url(of('kube-prometheus-stack').prometheus),
      }),
      ...(environment.has('opentelemetry-collector')
        ? { otel_enable: true, otel_collector_endpoint: url(of('opentelemetry-collector').otlpHttp) }
        : { otel_enable: false }),
    };
    const [dedup, denorm] = [of(valkeyDedup).server, of(valkeyDenorm).server];
    return {
      image: reference,
      user: 1000,
      replicas: size.api.replicas,
      ports: { http: port },
      // It has no check of its own that asks the database or Kafka, and counts every other request among its metrics:
      // this one says that it is compiled, which it does itself when it starts, and answers.
      health: { path: '/metrics', startSeconds: 300 },
      metrics: { port: 'http' },
      resources: resourcesOf(size.api, '2Gi'),
      env: {
        HOME: '/tmp',
        npm_config_cache: '/tmp/.npm',
        npm_config_update_notifier: false,
        api_port: port,
        system_env: environment.name,
        obsrv_version: tag,
        client_id: 'obsrv-apis',
        is_rbac_enabled: true,
        ...observed,
        alerts_config_path: '/config',
        postgres_host: server.host,
        postgres_port: server.port,
        postgres_database: databases.obsrv.name,
        postgres_username: roles.datasetApi.name,
        postgres_password: keyOf(secret(roles.datasetApi.secret), 'password'),
        encryption_key: keyOf(secret(of(postgresqlMigration).encryptionKey), 'key'),
        kafka_host: bootstrap.host,
        kafka_port: bootstrap.port,
        kafka_connection_timeout: 5000,
        kafka_initial_retry_time: 3000,
        kafka_retries: 5,
        telemetry_kafka_compression: 'snappy',
        telemetry_dataset: topics.systemTelemetryEvents.name,
        telemetry_log: JSON.stringify({ enable: true, response_data: false }),
        pipeline_merged_job_manager_url: url(pipeline),
        command_service_host: `http://${command.host}`,
        command_service_port: command.port,
        ...(indexer && { masterdata_processor_job_manager_url: url(indexer) }),
        druid_host: `http://${router.host}`,
        druid_port: router.port,
        druid_username: admin.name,
        druid_password: keyOf(secret(admin.secret), 'password'),
        dedup_redis_host: dedup.host,
        dedup_redis_port: dedup.port,
        denorm_redis_host: denorm.host,
        denorm_redis_port: denorm.port,
        ...querySettings(environment.has('lakehouse-connector')),
        ...storageSettings(environment.cloud, bucket('storage', 'read-write').name, secret),
      },
      files: { 'alertsConfig.json': { path: '/config/alertsConfig.json', json: noRulesOfItsOwn } },
    };
  },
});
