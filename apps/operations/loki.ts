import { type Cloud, defineApp, keyOf, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/loki.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf, spreadOf } from '../pods.ts';

const name = 'loki';
const port = 3100;
const folder = '/var/loki';
const pods = { 'app.kubernetes.io/instance': name, 'app.kubernetes.io/component': 'single-binary' };

// With three, each line is on three disks before it is in the bucket, and one of them may be missing.
const sizes = {
  small: {
    loki: { replicas: 1, cpu: '100m', memory: '384Mi', limit: '768Mi', disk: '5Gi' },
    retentionDays: 7,
  },
  medium: {
    loki: { replicas: 3, cpu: '250m', memory: '1Gi', limit: '2Gi', disk: '10Gi' },
    retentionDays: 14,
  },
  large: { loki: { replicas: 3, cpu: '500m', memory: '2Gi', limit: '4Gi', disk: '20Gi' }, retentionDays: 30 },
};

export const loki = defineApp({
  name,
  description:
    'Keeps the logs of all pods in object storage, for as long as the size of the environment says.',
  layer: 'operations',
  optional: true,
  namespace: name,
  seed: [name],
  chart: upstream('loki'),
  images: ['loki'],
  secrets: { 'object-store': objectStoreSecrets['object-store'] },
  sizes,
  network: { metrics: port },
  exceptions: [
    { code: 'lost-volume', reason: 'The last two hours at most: what is older lies in the bucket.' },
  ],
  provides: ({ endpoint }) => ({ http: endpoint(name, port, { labels: pods }) }),
  values: ({ environment, size, identity, image, imagePullSecrets, monitors, bucket, secret }): Values => {
    const { cloud } = environment;
    const { registry, path, tag, digest } = image('loki');
    const { name: bucketName } = bucket('logs', 'read-write');
    const store = storeOf(cloud);
    const keys = cloud.kind === 'local' ? secret('object-store') : null;
    return {
      fullnameOverride: name,
      imagePullSecrets,
      deploymentMode: 'Monolithic',
      loki: {
        image: { registry, repository: path, tag, digest },
        // One tenant. Network policies say who gets here; a header that anybody may set would not.
        auth_enabled: false,
        commonConfig: {
          path_prefix: folder,
          replication_factor: size.loki.replicas,
          compactor_grpc_address: '{{ include "loki.compactorAddress" . }}',
        },
        storage: { bucketNames: { chunks: bucketName, ruler: bucketName, admin: bucketName }, ...store },
        schemaConfig: {
          configs: [
            {
              from: '2026-01-01',
              store: 'tsdb',
              object_store: store.type,
              schema: 'v13',
              index: { prefix: 'index_', period: '24h' },
            },
          ],
        },
        // Without both a period and somebody who deletes, logs stay for ever.
        compactor: {
          working_directory: `${folder}/compactor`,
          retention_enabled: true,
          delete_request_store: store.type,
        },
        limits_config: {
          retention_period: `${size.retentionDays * 24}h`,
          reject_old_samples: true,
          reject_old_samples_max_age: '168h',
          max_cache_freshness_per_query: '10m',
          split_queries_by_interval: '15m',
          query_timeout: '300s',
          volume_enabled: true,
          // Labels are few, for each combination is a stream of its own; what else is known of a line stands beside it.
          otlp_config: {
            resource_attributes: {
              ignore_defaults: true,
              attributes_config: [
                { action: 'index_label', attributes: ['namespace', 'app', 'container'] },
                { action: 'structured_metadata', attributes: ['pod', 'node'] },
              ],
            },
          },
        },
        analytics: { reporting_enabled: false },
      },
      serviceAccount: {
        create: true,
        name,
        annotations: { ...identity.annotations },
        automountServiceAccountToken: false,
      },
      defaults: { automountServiceAccountToken: false, podLabels: { ...identity.podLabels } },
      singleBinary: {
        replicas: size.loki.replicas,
        resources: resourcesOf(size.loki, size.loki.limit),
        podDisruptionBudget: { enabled: size.loki.replicas > 1, maxUnavailable: 1 },
        // Instead of a rule that keeps pods from starting where nodes are few.
        affinity: null,
        topologySpreadConstraints: [spreadOf(pods)],
        persistence: {
          enabled: true,
          size: size.loki.disk,
          ...(cloud.storageClass && { storageClass: cloud.storageClass }),
        },
        ...(keys && {
          extraEnv: (['accessKey', 'secretKey'] as const).map((key) => {
            const { secret: from, key: of } = keyOf(keys, key);
            return { name: variableOf[key], valueFrom: { secretKeyRef: { name: from, key: of } } };
          }),
        }),
      },
      monitoring: { serviceMonitor: { enabled: monitors } },
      // Rules are for Prometheus; nothing is asked of the API of Kubernetes.
      sidecar: { rules: { enabled: false } },
      rbac: { namespaced: true },
      ruler: { enabled: false },
      ...Object.fromEntries(otherModes.map((target) => [target, { replicas: 0 }])),
      gateway: { enabled: false },
      memcached: { enabled: false },
      chunksCache: { enabled: false },
      resultsCache: { enabled: false },
      lokiCanary: { enabled: false },
      test: { enabled: false },
    };
  },
});

/** What the chart would run in its other modes, and counts even where there is none of it. */
const otherModes = ['backend', 'read', 'write'] as const;

const variableOf = { accessKey: 'S3_ACCESS_KEY', secretKey: 'S3_SECRET_KEY' };

/** How Loki reaches the object store of a cloud: by the identity of its pods, and by keys only where there is none. */
function storeOf(cloud: Cloud) {
  switch (cloud.kind) {
    case 'aws':
      return { type: 's3' as const, s3: { region: cloud.region } };
    case 'azure':
      return {
        type: 'azure' as const,
        azure: { accountName: cloud.storageAccount, useFederatedToken: true },
      };
    case 'gcp':
      return { type: 'gcs' as const };
    case 'local':
      return {
        type: 's3' as const,
        s3: {
          endpoint: cloud.objectStore.endpoint,
          region: cloud.objectStore.region,
          s3ForcePathStyle: true,
          insecure: cloud.objectStore.endpoint.startsWith('http:'),
          accessKeyId: `\${${variableOf.accessKey}}`,
          secretAccessKey: `\${${variableOf.secretKey}}`,
        },
      };
  }
}
