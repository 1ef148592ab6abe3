import type { Endpoint } from '#generator';
import { address } from '../address.ts';

interface Peers {
  readonly bootstrap: Endpoint;
  /** Figures of a topic that is made for one dataset. */
  readonly perDataset: { readonly partitions: string; readonly copies: string };
  readonly database: { readonly server: Endpoint; readonly name: string; readonly user: string };
  readonly druid: { readonly router: Endpoint; readonly user: string };
  /** Names of the jobs that read the registry when they start. */
  readonly jobs: readonly string[];
  /** Namespace that connectors run in. */
  readonly connectors: string;
  /** Folder with their charts. */
  readonly charts: string;
}

/**
 * The file that the program has its settings from. It takes no variables: `$NAME` is filled in before it starts.
 */
export function commandSettings({ bootstrap, perDataset, database, druid, jobs, connectors, charts }: Peers) {
  const { host, port } = address(database.server);
  return {
    flink: {
      namespace: 'flink',
      jobs: jobs.map((name) => ({ name, release_name: name })),
    },
    commands: {
      PUBLISH_DATASET: {
        workflow: [
          'CREATE_KAFKA_TOPIC',
          'MAKE_DATASET_LIVE',
          'SUBMIT_INGESTION_TASKS',
          'START_PIPELINE_JOBS',
          'DEPLOY_CONNECTORS',
          'CREATE_AUDIT_EVENT',
        ],
      },
      RESTART_PIPELINE: { workflow: ['START_PIPELINE_JOBS'] },
      RESTART_CONNECTORS: { workflow: ['DEPLOY_CONNECTORS'] },
    },
    postgres: {
      db_host: host,
      db_port: port,
      db_user: database.user,
      db_password: '$POSTGRES_PASSWORD',
      database: database.name,
    },
    druid: {
      router_host: `http://${druid.router.host}`,
      router_port: druid.router.port,
      username: druid.user,
      password: '$DRUID_PASSWORD',
      supervisor_endpoint: 'indexer/v1/supervisor',
    },
    kafka: {
      brokers: `${bootstrap.host}:${bootstrap.port}`,
      // The program puts `system_env` and a dot in front.
      telemetry: { topic: 'telemetry.events' },
      replication_factor: Number(perDataset.copies),
      no_of_partitions: Number(perDataset.partitions),
    },
    helm_charts_base_dir: charts,
    connector_jobs: {
      spark: { namespace: connectors, base_helm_chart: 'spark-connector' },
      flink: { namespace: connectors, base_helm_chart: 'flink-connector' },
    },
    connector_registry: {
      download_path: '/tmp/connector-registry',
      metadata_file_name: 'metadata.json',
      ui_spec_file: 'ui-config.json',
    },
    // Our charts of connectors say these themselves.
    node_selector: null,
    container_security_context: null,
    pod_security_context: null,
    spark_connector_container_security_context: null,
    spark_connector_pod_security_context: null,
    flink_connector_container_security_context: null,
    flink_connector_pod_security_context: null,
  };
}
