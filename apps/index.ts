import type { App } from '#generator';
import { commandApi } from './apis/command-api.ts';
import { connectors } from './apis/connectors.ts';
import { datasetApi } from './apis/dataset-api.ts';
import { gatewayTokens } from './apis/gateway-tokens.ts';
import { keycloak } from './apis/keycloak.ts';
import { keycloakRealm } from './apis/keycloak-realm.ts';
import { kong } from './apis/kong.ts';
import { superset } from './apis/superset.ts';
import { supersetSetup } from './apis/superset-setup.ts';
import { webConsole } from './apis/web-console.ts';
import { barmanCloudCrds } from './crds/barman-cloud-crds.ts';
import { certManagerCrds } from './crds/cert-manager-crds.ts';
import { cloudnativePgCrds } from './crds/cloudnative-pg-crds.ts';
import { druidCrds } from './crds/druid-crds.ts';
import { externalSecretsCrds } from './crds/external-secrets-crds.ts';
import { flinkCrds } from './crds/flink-crds.ts';
import { kongCrds } from './crds/kong-crds.ts';
import { prometheusOperatorCrds } from './crds/prometheus-operator-crds.ts';
import { sparkCrds } from './crds/spark-crds.ts';
import { strimziCrds } from './crds/strimzi-crds.ts';
import { veleroCrds } from './crds/velero-crds.ts';
import { alertRules } from './operations/alert-rules.ts';
import { azureMetricsExporter } from './operations/azure-metrics-exporter.ts';
import { bucketReport } from './operations/bucket-report.ts';
import { grafanaConfigs } from './operations/grafana-configs.ts';
import { kafkaMessageExporter } from './operations/kafka-message-exporter.ts';
import { kubePrometheusStack } from './operations/kube-prometheus-stack.ts';
import { logAgent } from './operations/log-agent.ts';
import { loki } from './operations/loki.ts';
import { nodeExporter } from './operations/node-exporter.ts';
import { opentelemetryCollector } from './operations/opentelemetry-collector.ts';
import { prometheusPushgateway } from './operations/prometheus-pushgateway.ts';
import { valkeyDenormBackup } from './operations/valkey-denorm-backup.ts';
import { velero } from './operations/velero.ts';
import { volumeAutoscaler } from './operations/volume-autoscaler.ts';
import { barmanCloud } from './operators/barman-cloud.ts';
import { certManager } from './operators/cert-manager.ts';
import { certificateIssuers } from './operators/certificate-issuers.ts';
import { cloudnativePg } from './operators/cloudnative-pg.ts';
import { druidOperator } from './operators/druid-operator.ts';
import { externalSecrets } from './operators/external-secrets.ts';
import { flinkOperator } from './operators/flink-operator.ts';
import { secretStores } from './operators/secret-stores.ts';
import { sparkOperator } from './operators/spark-operator.ts';
import { strimzi } from './operators/strimzi.ts';
import { cacheIndexer } from './processing/cache-indexer.ts';
import { eventArchive } from './processing/event-archive.ts';
import { lakehouseConnector } from './processing/lakehouse-connector.ts';
import { masterdataIndexer } from './processing/masterdata-indexer.ts';
import { submitIngestion } from './processing/submit-ingestion.ts';
import { trino } from './processing/trino.ts';
import { unifiedPipeline } from './processing/unified-pipeline.ts';
import { druid } from './stores/druid.ts';
import { hms } from './stores/hms.ts';
import { hmsSchema } from './stores/hms-schema.ts';
import { kafka } from './stores/kafka.ts';
import { objectStore } from './stores/object-store.ts';
import { objectStoreAccess } from './stores/object-store-access.ts';
import { postgresql } from './stores/postgresql.ts';
import { postgresqlMigration } from './stores/postgresql-migration.ts';
import { valkeyDedup } from './stores/valkey-dedup.ts';
import { valkeyDenorm } from './stores/valkey-denorm.ts';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [
  barmanCloudCrds,
  certManagerCrds,
  cloudnativePgCrds,
  druidCrds,
  externalSecretsCrds,
  flinkCrds,
  kongCrds,
  prometheusOperatorCrds,
  sparkCrds,
  strimziCrds,
  veleroCrds,
  barmanCloud,
  certManager,
  certificateIssuers,
  cloudnativePg,
  druidOperator,
  externalSecrets,
  flinkOperator,
  secretStores,
  sparkOperator,
  strimzi,
  druid,
  hms,
  hmsSchema,
  kafka,
  objectStore,
  objectStoreAccess,
  postgresql,
  postgresqlMigration,
  valkeyDedup,
  valkeyDenorm,
  cacheIndexer,
  eventArchive,
  lakehouseConnector,
  masterdataIndexer,
  submitIngestion,
  trino,
  unifiedPipeline,
  commandApi,
  connectors,
  datasetApi,
  gatewayTokens,
  keycloak,
  keycloakRealm,
  kong,
  superset,
  supersetSetup,
  webConsole,
  alertRules,
  grafanaConfigs,
  azureMetricsExporter,
  bucketReport,
  kafkaMessageExporter,
  kubePrometheusStack,
  loki,
  nodeExporter,
  logAgent,
  opentelemetryCollector,
  prometheusPushgateway,
  valkeyDenormBackup,
  velero,
  volumeAutoscaler,
];
