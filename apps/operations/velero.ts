import { type Cloud, defineApp, keyOf, type SecretReference, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/velero.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { veleroCrds } from '../crds/velero-crds.ts';
import { objectStoreSecrets } from '../object-store.ts';
import { resourcesOf, restrictedContainer, restrictedPod } from '../pods.ts';
import { restoreObjects } from './velero-restore.ts';
import { kept, reader } from './velero-rights.ts';

const server = { replicas: 1, cpu: '30m', memory: '128Mi' };
const prefix = 'velero';

const plugins = {
  aws: 'velero-plugin-for-aws',
  azure: 'velero-plugin-for-microsoft-azure',
  gcp: 'velero-plugin-for-gcp',
  // Any store that speaks S3.
  local: 'velero-plugin-for-aws',
} as const;

export const velero = defineApp({
  name: 'velero',
  description: 'Keeps what only the cluster knows: which disk is whose, and where operators left off.',
  layer: 'operations',
  namespace: 'velero',
  seed: ['velero'],
  optional: true,
  chart: upstream('velero'),
  images: ['velero', 'velero-plugin-for-aws', 'velero-plugin-for-gcp', 'velero-plugin-for-microsoft-azure'],
  dependsOn: [veleroCrds],
  secrets: { 'object-store': objectStoreSecrets['object-store'] },
  sizes: {
    small: { server, days: 7 },
    medium: { server, days: 14 },
    large: { server: { ...server, cpu: '100m', memory: '256Mi' }, days: 30 },
  },
  clusterKinds: clusterRoles,
  network: { kubernetesApi: true, metrics: 8085 },
  exceptions: [
    {
      code: 'broad-right',
      object: 'Role/velero-server',
      reason: 'In its own namespace, where everything is its own; the chart knows this or nothing.',
    },
  ],
  values: ({ environment, size, image, imagePullSecrets, bucket, identity, monitors, secret }): Values => {
    const { repository, tag, digest } = image('velero');
    const { cloud } = environment;
    return {
      image: {
        repository,
        tag,
        ...(digest !== null && { digest }),
        imagePullSecrets: imagePullSecrets.map(({ name }) => name),
      },
      fullnameOverride: 'velero',
      // Its definitions are an app of the layer crds.
      upgradeCRDs: false,
      initContainers: [
        {
          name: 'plugin',
          image: image(plugins[cloud.kind]).reference,
          volumeMounts: [{ name: 'plugins', mountPath: '/target' }],
          resources: resourcesOf(size.server),
          securityContext: restrictedContainer(),
        },
      ],
      podLabels: identity.podLabels,
      podSecurityContext: restrictedPod(65532),
      containerSecurityContext: restrictedContainer(),
      resources: resourcesOf(size.server, '512Mi'),
      metrics: { serviceMonitor: { enabled: monitors, autodetect: false } },
      serviceAccount: { server: { name: 'velero', annotations: identity.annotations } },
      // Whoever restores gives it more for as long as that takes: see `restore`.
      rbac: { create: true, clusterAdministrator: true, clusterAdministratorName: reader.metadata.name },
      extraObjects: [reader],
      credentials: { useSecret: false },
      // What is on volumes has copies of its own, made by who knows when it is whole.
      snapshotsEnabled: false,
      configuration: {
        backupStorageLocation: [
          {
            name: 'default',
            default: true,
            bucket: bucket('backups', 'read-write').name,
            prefix,
            ...locationIn(cloud),
          },
        ],
        ...(cloud.kind === 'local' && { extraEnvVars: keysOf(secret('object-store')) }),
      },
      schedules: {
        objects: {
          schedule: '45 1 * * *',
          template: {
            includedNamespaces: ['*'],
            includedResources: Object.entries(kept).flatMap(([group, resources]) =>
              resources.map((resource) => (group === '' ? resource : `${resource}.${group}`)),
            ),
            snapshotVolumes: false,
            storageLocation: 'default',
            ttl: `${size.days * 24}h0m0s`,
          },
        },
      },
    };
  },
  restore: restoreObjects,
});

/** Who keeps the backups, and what its plugin must be told. It logs in as the identity of the app where there is one. */
function locationIn(cloud: Cloud) {
  switch (cloud.kind) {
    case 'aws':
      return { provider: 'aws', config: { region: cloud.region } };
    case 'gcp':
      return { provider: 'gcp' };
    case 'azure': {
      const { storageAccount } = cloud;
      // With the address, nobody asks Azure's management for it, nor for the keys of the account.
      const storageAccountURI = `https://${storageAccount}.blob.core.windows.net`;
      return { provider: 'azure', config: { storageAccount, storageAccountURI, useAAD: 'true' } };
    }
    case 'local': {
      const { endpoint, region } = cloud.objectStore;
      // Checksums of a kind that other object stores than Amazon's need not know.
      const config = { region, s3Url: endpoint, s3ForcePathStyle: 'true', checksumAlgorithm: '' };
      return { provider: 'aws', config };
    }
  }
}

function keysOf(reference: SecretReference) {
  const from = (name: string, key: string) => {
    const { secret: of, key: at } = keyOf(reference, key);
    return { name, valueFrom: { secretKeyRef: { name: of, key: at } } };
  };
  return [from('AWS_ACCESS_KEY_ID', 'accessKey'), from('AWS_SECRET_ACCESS_KEY', 'secretKey')];
}
