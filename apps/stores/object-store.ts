import { defineApp, generated, keyOf, opaque, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/seaweedfs.gen.ts';
import { restrictedContainer, restrictedPod } from '../pods.ts';
import { restoreObjectStore } from './object-store-restore.ts';

const name = 'object-store';

const sizes = {
  small: {
    master: { replicas: 1, cpu: '50m', memory: '128Mi', disk: '1Gi' },
    volume: { replicas: 1, cpu: '100m', memory: '256Mi', disk: '30Gi' },
    filer: { replicas: 1, cpu: '150m', memory: '384Mi', disk: '2Gi' },
    volumeMegabytes: 256,
  },
  medium: {
    master: { replicas: 3, cpu: '50m', memory: '128Mi', disk: '1Gi' },
    volume: { replicas: 3, cpu: '250m', memory: '512Mi', disk: '100Gi' },
    filer: { replicas: 1, cpu: '500m', memory: '1Gi', disk: '10Gi' },
    volumeMegabytes: 1000,
  },
  large: {
    master: { replicas: 3, cpu: '100m', memory: '256Mi', disk: '1Gi' },
    volume: { replicas: 3, cpu: '500m', memory: '1Gi', disk: '1000Gi' },
    filer: { replicas: 1, cpu: '1', memory: '2Gi', disk: '50Gi' },
    volumeMegabytes: 8000,
  },
};

/** No file that fills the disk of a node. Volume servers do so where nothing is said. */
const toStandardOutput = { type: '' };

const componentOf = (component: 'master' | 'volume' | 'filer') => ({
  'app.kubernetes.io/instance': name,
  'app.kubernetes.io/component': component,
});

/**
 * Masters know where each piece lies, volume servers keep the pieces, and the filer knows which of them make an object;
 * it also speaks S3. There is one filer in every size: several would each have a list of their own, and a program that
 * reads what it has just written could be answered by one that does not know it yet.
 */
export const objectStore = defineApp({
  name,
  description: 'Object store for environments without a cloud: buckets over S3.',
  layer: 'stores',
  namespace: name,
  seed: ['minio'],
  chart: upstream('seaweedfs'),
  images: ['seaweedfs'],
  sizes,
  // Without a user, whoever reaches it would be one with all rights.
  secrets: { administrator: opaque({ accessKey: generated(20), secretKey: generated(40) }) },
  keepsData: true,
  restore: restoreObjectStore,
  network: { metrics: 9327 },
  provides: ({ endpoint }) => ({
    s3: endpoint(`${name}-s3`, 8333, { labels: componentOf('filer') }),
    /** For whoever makes buckets and users; nobody has to log in there, so nobody else may get there. */
    administration: {
      master: endpoint(`${name}-master`, 19333, { labels: componentOf('master') }),
      filer: endpoint(`${name}-filer-client`, 18888, { labels: componentOf('filer') }),
    },
  }),
  values: ({ environment, size, image, imagePullSecrets, monitors, secret }): Values => {
    const { registry, path, tagAndDigest } = image('seaweedfs');
    const { storageClass } = environment.cloud;
    const administrator = secret('administrator');
    const variable = (key: string) => {
      const { secret: from, key: of } = keyOf(administrator, key);
      return { secretKeyRef: { name: from, key: of } };
    };
    const disk = (entry: { disk: string }) => ({
      type: 'persistentVolumeClaim' as const,
      size: entry.disk,
      ...(storageClass !== undefined && { storageClass }),
    });
    const pods = ({ replicas, cpu, memory }: { replicas: number; cpu: string; memory: string }) => ({
      replicas,
      resources: { requests: { cpu, memory }, limits: { memory } },
      // The StatefulSet goes only when somebody deletes it by hand; its volumes not even then.
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      },
      podSecurityContext: { enabled: true, ...restrictedPod(1000) },
      containerSecurityContext: { enabled: true, ...restrictedContainer() },
    });
    const copies = environment.size === 'small' ? 0 : 1;
    return {
      fullnameOverride: name,
      image: { registry, repository: path, tag: tagAndDigest },
      global: {
        imagePullSecrets,
        seaweedfs: {
          createClusterRole: false,
          automountServiceAccountToken: false,
          serviceAccountName: name,
          monitoring: { enabled: monitors },
          // How many further servers have each piece.
          enableReplication: true,
          replicationPlacement: `00${copies}`,
        },
      },
      master: {
        ...pods(size.master),
        logs: toStandardOutput,
        data: disk(size.master),
        volumeSizeLimitMB: size.volumeMegabytes,
        readinessProbe: { periodSeconds: 15, successThreshold: 1 },
        // Volumes that are made at once for a bucket that is new; each takes a place on the disks.
        extraEnvironmentVars: {
          WEED_MASTER_VOLUME_GROWTH_COPY_1: '2',
          WEED_MASTER_VOLUME_GROWTH_COPY_2: '3',
        },
      },
      volume: {
        ...pods(size.volume),
        dataDirs: [{ name: 'data', ...disk(size.volume), maxVolumes: 0 }],
        // Read-only before the disk is full, for one that is cannot even delete.
        minFreeSpacePercent: 5,
        resizeHook: { enabled: false },
      },
      filer: {
        ...pods(size.filer),
        logs: toStandardOutput,
        data: disk(size.filer),
        s3: { enabled: true, port: 8333 },
        extraVolumes: `- name: tmp\n  emptyDir: { sizeLimit: 256Mi }\n`,
        extraVolumeMounts: `- name: tmp\n  mountPath: /tmp\n`,
        secretExtraEnvironmentVars: {
          AWS_ACCESS_KEY_ID: variable('accessKey'),
          AWS_SECRET_ACCESS_KEY: variable('secretKey'),
        },
      },
    };
  },
  companion: ({ size }) => ({
    disruptionBudgets: (['master', 'volume'] as const)
      .filter((component) => size[component].replicas > 1)
      .map((component) => ({ name: `${name}-${component}`, pods: componentOf(component) })),
  }),
});
