import type { Endpoint } from '#generator';

interface Peers {
  readonly environment: string;
  readonly bootstrap: Endpoint;
  readonly topics: { readonly failed: string; readonly metrics: string };
  readonly database: { readonly server: Endpoint; readonly name: string; readonly user: string };
  readonly datasetApi: Endpoint;
}

// Filled in when a pod starts.
const password = `\${POSTGRES_PASSWORD}`;
const encryptionKey = `\${ENCRYPTION_KEY}`;

/**
 * What connectors read, by file: one for those in Python, one for those in Scala. JSON is YAML and HOCON as well, but a
 * path of HOCON does not find a key with a dot in it.
 */
export function connectorSettings(peers: Peers): Record<string, string> {
  const common = { env: peers.environment, 'building-block': 'obsrv' };
  const { server, name, user } = peers.database;
  const broker = `${peers.bootstrap.host}:${peers.bootstrap.port}`;
  const { metrics, failed } = peers.topics;
  const maxRequestSize = 1_000_000;
  return {
    'connectors-python-config.yaml': json({
      ...common,
      postgres: { host: server.host, port: server.port, dbname: name, user, password },
      kafka: {
        'broker-servers': broker,
        'connector-metrics-topic': metrics,
        'failed-topic': failed,
        producer: { compression: 'snappy', 'max-request-size': maxRequestSize },
      },
      obsrv_encryption_key: encryptionKey,
      dataset_api: {
        host: `http://${peers.datasetApi.host}:${peers.datasetApi.port}`,
        pre_signed_url: 'v2/files/url-access',
      },
      connectors: { extraction_path: '/tmp/connectors', storage_path: '/data/connectors' },
    }),
    'connectors-scala-config.conf': json({
      ...common,
      spark: { master: 'local[*]' },
      kafka: {
        producer: {
          'broker-servers': broker,
          'max-request-size': maxRequestSize,
          linger: { ms: 10 },
          batch: { size: 98_304 },
          compression: 'snappy',
        },
        output: { connector: { failed: { topic: failed }, metric: { topic: metrics } } },
      },
      postgres: { host: server.host, port: server.port, maxConnections: 2, user, password, database: name },
      obsrv: { encryption: { key: encryptionKey } },
      task: {
        checkpointing: { compressed: true, interval: 30_000, pause: { between: { seconds: 10 } } },
        'restart-strategy': { attempts: 3, delay: 30_000 },
        parallelism: 1,
        consumer: { parallelism: 1 },
        downstream: { operators: { parallelism: 1 } },
      },
    }),
  };
}

const json = (data: object): string => JSON.stringify(data, null, 2);
