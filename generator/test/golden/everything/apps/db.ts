import { basicAuth, database, defineApp, firstParty, opaque, provided, role, setting, topic } from '#generator';
import { engine } from './engine.ts';

/** A chart of ours, with outputs of every kind and secrets of every origin. */
export const db = defineApp({
  name: 'db',
  description: 'Keeps rows | and "columns".',
  layer: 'stores',
  namespace: 'data',
  seed: ['rows'],
  chart: firstParty('db'),
  dependsOn: [engine],
  images: ['db'],
  keepsData: true,
  secrets: {
    owner: basicAuth('owner'),
    license: opaque({ key: provided('The key of the license, from the vendor.') }),
  },
  extraNamespaces: ['backup'],
  clusterKinds: [{ group: 'storage.k8s.io', kind: 'StorageClass' }],
  sizes: {
    small: { db: { replicas: 1, cpu: '250m', memory: '1Gi', disk: '5Gi' } },
    medium: { db: { replicas: 2, cpu: '500m', memory: '2Gi', disk: '10Gi' } },
    large: { db: { replicas: 3, cpu: '1', memory: '4Gi', disk: '20Gi' } },
  },
  network: { metrics: 9187, outside: [{ host: 'license.example.com', port: 8443 }, { host: '10.1.0.0/16', port: 5432 }, { host: '2001:db8::7', port: 5432 }] },
  provides: ({ endpoint, host, secret, environment }) => {
    const admin = endpoint('db-admin', 8080);
    return {
    server: endpoint('db-main', 5432, { port: 15432, labels: { role: 'main' } }),
    admin,
    console: host('db', admin),
    status: host('@', admin, { paths: ['/status'], unauthenticated: 'It says up or down and nothing else.' }),
    databases: { rows: database('rows') },
    owner: role('owner', secret('owner')),
    changes: topic('rows.changed'),
    ...(environment.size === 'large' && { replica: setting('read-only') }),
    };
  },
  values: ({ environment, size, image, secret, bucket, identity, own }) => ({
    image: image('db').reference,
    replicas: size.db.replicas,
    ...(environment.cloud.storageClass !== undefined && { storageClass: environment.cloud.storageClass }),
    owner: secret('owner').name,
    license: secret('license').name,
    files: bucket('files', 'read').url,
    identity: identity.annotations,
    topic: own().changes.name,
    tricky: { yes: 'no', number: '1.10', octal: '0o17', empty: '', template: '{{ .Values.x }}', list: [], none: null },
  }),
});
