import {
  type Cloud,
  defineApp,
  generated,
  keyOf,
  opaque,
  type SecretReference,
  setting,
  upstream,
} from '#generator';
import type { Values } from '../../schemas/upstream/trino.gen.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf, restrictedContainer, restrictedPod, spreadOf } from '../pods.ts';
import { hms } from '../stores/hms.ts';

const name = 'trino';
const port = 8080;
const catalog = 'lakehouse';
const data = '/data/trino';

type Component = 'coordinator' | 'worker';

const pods = (component: Component) => ({
  'app.kubernetes.io/instance': name,
  'app.kubernetes.io/component': component,
});

export const trino = defineApp({
  name,
  description: 'Answers SQL about the tables of the lakehouse.',
  layer: 'processing',
  namespace: name,
  optional: true,
  seed: [name],
  chart: upstream('trino'),
  images: ['trino'],
  dependsOn: [hms],
  secrets: {
    'object-store': objectStoreSecrets['object-store'],
    /** By which the nodes of one cluster know each other. */
    internal: opaque({ key: generated(64) }),
  },
  // One coordinator, for Trino knows no second; it works alone in a small environment. A query may fill what its share
  // of the heap is; three tenths of a heap are for what no query is charged with.
  sizes: {
    small: {
      coordinator: { replicas: 1, cpu: '500m', memory: '2560Mi', heap: '1536M', queryPerNode: '768MB' },
      worker: { replicas: 0, cpu: '500m', memory: '2560Mi', heap: '1536M', queryPerNode: '768MB' },
      queryMemory: '768MB',
    },
    medium: {
      coordinator: { replicas: 1, cpu: '500m', memory: '4Gi', heap: '2560M', queryPerNode: '1GB' },
      worker: { replicas: 2, cpu: '1', memory: '6Gi', heap: '4608M', queryPerNode: '2GB' },
      queryMemory: '4GB',
    },
    large: {
      coordinator: { replicas: 1, cpu: '2', memory: '8Gi', heap: '6G', queryPerNode: '3GB' },
      worker: { replicas: 3, cpu: '4', memory: '16Gi', heap: '13G', queryPerNode: '8GB' },
      queryMemory: '24GB',
    },
  },
  network: { metrics: port },
  exceptions: [
    {
      code: 'idle-service',
      object: 'Service/trino-worker',
      reason: 'The chart renders it without workers too: in small, the coordinator does their work.',
    },
    {
      code: 'needless-token',
      reason: 'The chart has no key for it, and the account has no right to anything.',
    },
  ],
  provides: ({ endpoint }) => ({
    http: endpoint(name, port, { labels: pods('coordinator') }),
    /** The catalog with the tables. Any user name will do, and no password. */
    catalog: setting(catalog),
  }),
  values: ({ environment, size, identity, image, imagePullSecrets, bucket, secret, of }): Values => {
    const { registry, path, tagAndDigest } = image('trino');
    const { host, port: thrift } = of(hms).thrift;
    const store = storeOf(environment.cloud, secret);
    bucket('lakehouse', 'read');
    const query = (component: Component) => ({ maxMemoryPerNode: size[component].queryPerNode });
    const node = (component: Component) => ({
      jvm: { maxHeapSize: size[component].heap },
      config: { query: query(component) },
      resources: resourcesOf(size[component]),
      // It loads all that it has before it answers.
      startupProbe: { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 },
      additionalVolumes: [
        { name: 'data', emptyDir: { sizeLimit: '2Gi' } },
        { name: 'tmp', emptyDir: { sizeLimit: '1Gi' } },
      ],
      additionalVolumeMounts: [
        { name: 'data', mountPath: data },
        { name: 'tmp', mountPath: '/tmp' },
      ],
    });
    return {
      fullnameOverride: name,
      image: { registry, repository: path, tag: tagAndDigest },
      ...(imagePullSecrets.length > 0 && { imagePullSecrets }),
      serviceAccount: { create: true, name, annotations: { ...identity.annotations } },
      ...(Object.keys(identity.podLabels).length > 0 && { commonLabels: { ...identity.podLabels } }),
      server: {
        workers: size.worker.replicas,
        node: { environment: environment.name.replaceAll('-', '_'), dataDir: data },
        config: { query: { maxMemory: size.queryMemory } },
        // Without a login there are no pages to click on. A worker knows no such setting and would refuse it.
        coordinatorExtraConfig: 'web-ui.enabled=false\n',
      },
      additionalConfigProperties: [
        `internal-communication.shared-secret=${variable('INTERNAL_SECRET')}`,
        // Whoever asks for metrics, as there is no login: nobody else may ask how a node is.
        'management.user=prometheus',
      ],
      accessControl: {
        type: 'configmap',
        configFile: 'rules.json',
        rules: { 'rules.json': JSON.stringify(rules) },
      },
      catalogs: {
        [catalog]: lines({
          'connector.name': 'hudi',
          'hive.metastore.uri': `thrift://${host}:${thrift}`,
          ...store.properties,
        }),
        tpch: null,
        tpcds: null,
      },
      env: [{ name: 'INTERNAL_SECRET', valueFrom: fromSecret(secret('internal'), 'key') }, ...store.env],
      securityContext: restrictedPod(1000),
      containerSecurityContext: restrictedContainer(),
      coordinator: {
        ...node('coordinator'),
        config: {
          query: query('coordinator'),
          nodeScheduler: { includeCoordinator: size.worker.replicas === 0 },
        },
      },
      worker: { ...node('worker'), topologySpreadConstraints: [spreadOf(pods('worker'))] },
    };
  },
  companion: ({ size }) => ({
    disruptionBudgets: [
      { name: 'trino-coordinator', pods: pods('coordinator') },
      ...(size.worker.replicas > 0 ? [{ name: 'trino-worker', pods: pods('worker') }] : []),
    ],
    podMonitors: [{ name, pods: { 'app.kubernetes.io/instance': name }, port: 'http' }],
  }),
});

/** Who may do what: everybody who gets here may read. Writing is for the jobs that make the tables. */
const rules = {
  catalogs: [{ catalog: `(${catalog}|system)`, allow: 'read-only' }, { allow: 'none' }],
  system_information: [{ user: 'prometheus', allow: ['read'] }],
};

const lines = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

/** What Trino replaces in a property by a variable of the environment. */
const variable = (name: string): string => `\${ENV:${name}}`;

const fromSecret = (reference: SecretReference, key: string) => {
  const { secret, key: name } = keyOf(reference, key);
  return { secretKeyRef: { name: secret, key: name } };
};

/** How Trino reaches the object store of a cloud: properties of the catalog, and variables that they refer to. */
function storeOf(cloud: Cloud, secret: (name: 'object-store') => SecretReference) {
  switch (cloud.kind) {
    case 'aws':
      // By the identity of the ServiceAccount.
      return { properties: { 'fs.s3.enabled': 'true', 's3.region': cloud.region }, env: [] };
    case 'azure':
      // Likewise: that is what DEFAULT finds.
      return { properties: { 'fs.azure.enabled': 'true', 'azure.auth-type': 'DEFAULT' }, env: [] };
    case 'gcp':
      return {
        properties: {
          'fs.gcs.enabled': 'true',
          'gcs.project-id': cloud.project,
          // Likewise.
          'gcs.auth-type': 'APPLICATION_DEFAULT',
        },
        env: [],
      };
    case 'local': {
      const keys = secret('object-store');
      return {
        properties: {
          'fs.s3.enabled': 'true',
          's3.endpoint': cloud.objectStore.endpoint,
          's3.region': cloud.objectStore.region,
          's3.path-style-access': 'true',
          's3.aws-access-key': variable('S3_ACCESS_KEY'),
          's3.aws-secret-key': variable('S3_SECRET_KEY'),
        },
        env: [
          { name: 'S3_ACCESS_KEY', valueFrom: fromSecret(keys, 'accessKey') },
          { name: 'S3_SECRET_KEY', valueFrom: fromSecret(keys, 'secretKey') },
        ],
      };
    }
  }
}
