// Written by `npm run generate` from apps/, environments/, charts/ and images.yaml. Do not edit.

import type * as output from '#generator';
import type { Values as ChartsAlertRules } from './charts/alert-rules.gen.ts';
import type { Values as ChartsCertificateIssuers } from './charts/certificate-issuers.gen.ts';
import type { Values as ChartsCompanion } from './charts/companion.gen.ts';
import type { Values as ChartsConnectors } from './charts/connectors.gen.ts';
import type { Values as ChartsDruid } from './charts/druid.gen.ts';
import type { Values as ChartsFlinkJob } from './charts/flink-job.gen.ts';
import type { Values as ChartsGatewayTokens } from './charts/gateway-tokens.gen.ts';
import type { Values as ChartsGrafanaConfigs } from './charts/grafana-configs.gen.ts';
import type { Values as ChartsKafka } from './charts/kafka.gen.ts';
import type { Values as ChartsPlatform } from './charts/platform.gen.ts';
import type { Values as ChartsPostgresql } from './charts/postgresql.gen.ts';
import type { Values as ChartsPostgresqlMigration } from './charts/postgresql-migration.gen.ts';
import type { Values as ChartsSecretStores } from './charts/secret-stores.gen.ts';
import type { Values as ChartsService } from './charts/service.gen.ts';
import type { Values as ChartsSparkJob } from './charts/spark-job.gen.ts';
import type { Values as UpstreamAzureMetricsExporter } from './upstream/azure-metrics-exporter.gen.ts';
import type { Values as UpstreamBarmanCloud } from './upstream/barman-cloud.gen.ts';
import type { Values as UpstreamCertManager } from './upstream/cert-manager.gen.ts';
import type { Values as UpstreamCloudnativePg } from './upstream/cloudnative-pg.gen.ts';
import type { Values as UpstreamExternalSecrets } from './upstream/external-secrets.gen.ts';
import type { Values as UpstreamFlinkKubernetesOperator } from './upstream/flink-kubernetes-operator.gen.ts';
import type { Values as UpstreamKong } from './upstream/kong.gen.ts';
import type { Values as UpstreamKubePrometheusStack } from './upstream/kube-prometheus-stack.gen.ts';
import type { Values as UpstreamLoki } from './upstream/loki.gen.ts';
import type { Values as UpstreamOpentelemetryCollector } from './upstream/opentelemetry-collector.gen.ts';
import type { Values as UpstreamPrometheusNodeExporter } from './upstream/prometheus-node-exporter.gen.ts';
import type { Values as UpstreamPrometheusOperatorCrds } from './upstream/prometheus-operator-crds.gen.ts';
import type { Values as UpstreamPrometheusPushgateway } from './upstream/prometheus-pushgateway.gen.ts';
import type { Values as UpstreamSeaweedfs } from './upstream/seaweedfs.gen.ts';
import type { Values as UpstreamSparkOperator } from './upstream/spark-operator.gen.ts';
import type { Values as UpstreamStrimziKafkaOperator } from './upstream/strimzi-kafka-operator.gen.ts';
import type { Values as UpstreamTrino } from './upstream/trino.gen.ts';
import type { Values as UpstreamValkey } from './upstream/valkey.gen.ts';
import type { Values as UpstreamVelero } from './upstream/velero.gen.ts';

declare global {
  interface DeclaredNames {
    app:
      | 'barman-cloud-crds'
      | 'cert-manager-crds'
      | 'cloudnative-pg-crds'
      | 'druid-crds'
      | 'external-secrets-crds'
      | 'flink-crds'
      | 'kong-crds'
      | 'prometheus-operator-crds'
      | 'spark-crds'
      | 'strimzi-crds'
      | 'velero-crds'
      | 'barman-cloud'
      | 'cert-manager'
      | 'certificate-issuers'
      | 'cloudnative-pg'
      | 'druid-operator'
      | 'external-secrets'
      | 'flink-operator'
      | 'secret-stores'
      | 'spark-operator'
      | 'strimzi'
      | 'druid'
      | 'hms'
      | 'hms-schema'
      | 'kafka'
      | 'object-store'
      | 'object-store-access'
      | 'postgresql'
      | 'postgresql-migration'
      | 'valkey-dedup'
      | 'valkey-denorm'
      | 'cache-indexer'
      | 'event-archive'
      | 'lakehouse-connector'
      | 'masterdata-indexer'
      | 'submit-ingestion'
      | 'trino'
      | 'unified-pipeline'
      | 'command-api'
      | 'connectors'
      | 'dataset-api'
      | 'gateway-tokens'
      | 'keycloak'
      | 'keycloak-realm'
      | 'kong'
      | 'superset'
      | 'superset-setup'
      | 'web-console'
      | 'alert-rules'
      | 'azure-metrics-exporter'
      | 'bucket-report'
      | 'grafana-configs'
      | 'kafka-message-exporter'
      | 'kube-prometheus-stack'
      | 'log-agent'
      | 'loki'
      | 'node-exporter'
      | 'opentelemetry-collector'
      | 'prometheus-pushgateway'
      | 'valkey-denorm-backup'
      | 'velero'
      | 'volume-autoscaler';
    environment:
      | 'dev'
      | 'local'
      | 'prod'
      | 'staging';
    image:
      | 'alertmanager'
      | 'azure-metrics-exporter'
      | 'barman-cloud'
      | 'barman-cloud-sidecar'
      | 'bento'
      | 'cache-indexer'
      | 'cert-manager-acmesolver'
      | 'cert-manager-cainjector'
      | 'cert-manager-controller'
      | 'cert-manager-webhook'
      | 'cloudnative-pg'
      | 'command-api'
      | 'curl'
      | 'dataset-api'
      | 'druid'
      | 'druid-operator'
      | 'external-secrets'
      | 'flink-connectors'
      | 'flink-kubernetes-operator'
      | 'flyway'
      | 'grafana'
      | 'grafana-sidecar'
      | 'hadoop'
      | 'hadoop-gcp'
      | 'hive-metastore'
      | 'kafka'
      | 'kafka-message-exporter'
      | 'keycloak'
      | 'kong'
      | 'kong-ingress-controller'
      | 'kube-state-metrics'
      | 'lakehouse-connector'
      | 'lakehouse-connector-gcs'
      | 'loki'
      | 'masterdata-indexer'
      | 'node-exporter'
      | 'opentelemetry-collector-contrib'
      | 'postgresql'
      | 'prometheus'
      | 'prometheus-config-reloader'
      | 'prometheus-operator'
      | 'prometheus-pushgateway'
      | 'rclone'
      | 'redis-exporter'
      | 'seaweedfs'
      | 'spark-connectors'
      | 'spark-operator'
      | 'strimzi-buildah'
      | 'strimzi-kafka-bridge'
      | 'strimzi-kaniko-executor'
      | 'strimzi-maven-builder'
      | 'strimzi-operator'
      | 'superset'
      | 'thanos'
      | 'trino'
      | 'unified-pipeline'
      | 'valkey'
      | 'velero'
      | 'velero-plugin-for-aws'
      | 'velero-plugin-for-gcp'
      | 'velero-plugin-for-microsoft-azure'
      | 'volume-autoscaler'
      | 'web-console';
    bucket:
      | 'backups'
      | 'checkpoints'
      | 'lakehouse'
      | 'logs'
      | 'storage';
    firstParty: {
      'alert-rules': ChartsAlertRules;
      'certificate-issuers': ChartsCertificateIssuers;
      'connectors': ChartsConnectors;
      'druid': ChartsDruid;
      'flink-job': ChartsFlinkJob;
      'gateway-tokens': ChartsGatewayTokens;
      'grafana-configs': ChartsGrafanaConfigs;
      'kafka': ChartsKafka;
      'platform': ChartsPlatform;
      'postgresql': ChartsPostgresql;
      'postgresql-migration': ChartsPostgresqlMigration;
      'secret-stores': ChartsSecretStores;
      'service': ChartsService;
      'spark-job': ChartsSparkJob;
    };
    upstream: {
      'azure-metrics-exporter': UpstreamAzureMetricsExporter;
      'barman-cloud': UpstreamBarmanCloud;
      'barman-cloud-crds': Record<string, unknown>;
      'cert-manager': UpstreamCertManager;
      'cert-manager-crds': Record<string, unknown>;
      'cloudnative-pg': UpstreamCloudnativePg;
      'cloudnative-pg-crds': Record<string, unknown>;
      'druid-crds': Record<string, unknown>;
      'external-secrets': UpstreamExternalSecrets;
      'external-secrets-crds': Record<string, unknown>;
      'flink-crds': Record<string, unknown>;
      'flink-kubernetes-operator': UpstreamFlinkKubernetesOperator;
      'kong': UpstreamKong;
      'kong-crds': Record<string, unknown>;
      'kube-prometheus-stack': UpstreamKubePrometheusStack;
      'loki': UpstreamLoki;
      'opentelemetry-collector': UpstreamOpentelemetryCollector;
      'prometheus-node-exporter': UpstreamPrometheusNodeExporter;
      'prometheus-operator-crds': UpstreamPrometheusOperatorCrds;
      'prometheus-pushgateway': UpstreamPrometheusPushgateway;
      'seaweedfs': UpstreamSeaweedfs;
      'spark-crds': Record<string, unknown>;
      'spark-operator': UpstreamSparkOperator;
      'strimzi-crds': Record<string, unknown>;
      'strimzi-kafka-operator': UpstreamStrimziKafkaOperator;
      'trino': UpstreamTrino;
      'valkey': UpstreamValkey;
      'velero': UpstreamVelero;
      'velero-crds': Record<string, unknown>;
    };
    companion: ChartsCompanion;
    outputs: {
      'barman-cloud-crds': {
        'kinds': output.Kinds;
      };
      'cert-manager-crds': {
        'kinds': output.Kinds;
      };
      'cloudnative-pg-crds': {
        'kinds': output.Kinds;
      };
      'druid-crds': {
        'kinds': output.Kinds;
      };
      'external-secrets-crds': {
        'kinds': output.Kinds;
      };
      'flink-crds': {
        'kinds': output.Kinds;
      };
      'kong-crds': {
        'kinds': output.Kinds;
      };
      'prometheus-operator-crds': {
        'kinds': output.Kinds;
      };
      'spark-crds': {
        'kinds': output.Kinds;
      };
      'strimzi-crds': {
        'kinds': output.Kinds;
      };
      'velero-crds': {
        'kinds': output.Kinds;
      };
      'barman-cloud': {
        'plugin': output.Endpoint;
      };
      'cert-manager': {};
      'certificate-issuers': {};
      'cloudnative-pg': {};
      'druid-operator': {};
      'external-secrets': {
        'namespace': output.Setting;
        'serviceAccount': output.Setting;
      };
      'flink-operator': {};
      'secret-stores': {
        'store': output.SecretStore;
      };
      'spark-operator': {};
      'strimzi': {};
      'druid': {
        'admin': output.Role;
        'broker': output.Endpoint;
        'coordinator': output.Endpoint;
        'router': output.Endpoint;
      };
      'hms': {
        'thrift': output.Endpoint;
      };
      'hms-schema': {};
      'kafka': {
        'bootstrap': output.Endpoint;
        'operator': {
          'agent': output.Endpoint;
          'brokers': output.Endpoint;
          'controllers': output.Endpoint;
        };
        'perDataset': {
          'copies': output.Setting;
          'partitions': output.Setting;
        };
        'secured': output.Endpoint;
        'topics': {
          'connectorsFailed': output.Topic;
          'denorm': output.Topic;
          'failed': output.Topic;
          'hudiConnectorIn': output.Topic;
          'hudiConnectorOut': output.Topic;
          'ingest': output.Topic;
          'masterdataFailed': output.Topic;
          'masterdataIngest': output.Topic;
          'masterdataStats': output.Topic;
          'obsrvConnectorsMetrics': output.Topic;
          'raw': output.Topic;
          'sparkStats': output.Topic;
          'stats': output.Topic;
          'systemEvents': output.Topic;
          'systemTelemetryEvents': output.Topic;
          'telemetryEvents': output.Topic;
          'transform': output.Topic;
          'transformFailed': output.Topic;
          'unique': output.Topic;
        };
        'users': {
          'monitoring': output.SecretOutput;
        };
      };
      'object-store': {
        'administration': {
          'filer': output.Endpoint;
          'master': output.Endpoint;
        };
        's3': output.Endpoint;
      };
      'object-store-access': {};
      'postgresql': {
        'authority': output.Setting;
        'databases': {
          'druidRaw': output.Database;
          'hms': output.Database;
          'keycloak': output.Database;
          'obsrv': output.Database;
          'superset': output.Database;
        };
        'roles': {
          'commandApi': output.Role;
          'connectors': output.Role;
          'datasetApi': output.Role;
          'druidRaw': output.Role;
          'hms': output.Role;
          'keycloak': output.Role;
          'obsrv': output.Role;
          'pipeline': output.Role;
          'superset': output.Role;
          'webConsole': output.Role;
        };
        'server': output.Endpoint;
        'status': output.Endpoint;
      };
      'postgresql-migration': {
        'consoleOwner': output.SecretOutput;
        'consoleOwnerId': output.Setting;
        'consoleOwnerName': output.Setting;
        'encryptionKey': output.SecretOutput;
      };
      'valkey-dedup': {
        'server': output.Endpoint;
      };
      'valkey-denorm': {
        'megabytes': output.Setting;
        'server': output.Endpoint;
      };
      'cache-indexer': {
        'jobManager': output.Endpoint;
      };
      'event-archive': {};
      'lakehouse-connector': {
        'jobManager': output.Endpoint;
        'schema': output.Setting;
      };
      'masterdata-indexer': {};
      'submit-ingestion': {};
      'trino': {
        'catalog': output.Setting;
        'http': output.Endpoint;
      };
      'unified-pipeline': {
        'jobManager': output.Endpoint;
      };
      'command-api': {
        'account': output.Setting;
        'http': output.Endpoint;
      };
      'connectors': {
        'namespace': output.Setting;
      };
      'dataset-api': {
        'http': output.Endpoint;
        'public': output.Host;
      };
      'gateway-tokens': {};
      'keycloak': {
        'admin': output.SecretOutput;
        'clients': {
          'automation': {
            'id': output.Setting;
            'secret': output.SecretOutput;
          };
          'console': {
            'id': output.Setting;
          };
          'grafana': {
            'id': output.Setting;
            'secret': output.SecretOutput;
          };
          'superset': {
            'id': output.Setting;
            'secret': output.SecretOutput;
          };
        };
        'http': output.Endpoint;
        'public': output.Host;
        'realm': {
          'audience': output.Setting;
          'authorization': output.Setting;
          'issuer': output.Setting;
          'jwks': output.Setting;
          'logout': output.Setting;
          'name': output.Setting;
          'token': output.Setting;
          'userinfo': output.Setting;
        };
        'setup': output.SecretOutput;
      };
      'keycloak-realm': {};
      'kong': {
        'proxy': {
          'http': output.Endpoint;
          'https': output.Endpoint;
        };
      };
      'superset': {
        'http': output.Endpoint;
        'public': output.Host;
      };
      'superset-setup': {
        'admin': output.SecretOutput;
        'key': output.SecretOutput;
      };
      'web-console': {
        'http': output.Endpoint;
        'public': output.Host;
      };
      'alert-rules': {};
      'azure-metrics-exporter': {};
      'bucket-report': {};
      'grafana-configs': {};
      'kafka-message-exporter': {};
      'kube-prometheus-stack': {
        'adminSecret': output.SecretOutput;
        'alertmanager': output.Endpoint;
        'grafana': output.Endpoint;
        'prometheus': output.Endpoint;
        'public': output.Host;
      };
      'log-agent': {};
      'loki': {
        'http': output.Endpoint;
      };
      'node-exporter': {};
      'opentelemetry-collector': {
        'otlpGrpc': output.Endpoint;
        'otlpHttp': output.Endpoint;
      };
      'prometheus-pushgateway': {
        'push': output.Endpoint;
      };
      'valkey-denorm-backup': {};
      'velero': {};
      'volume-autoscaler': {};
    };
  }
}
