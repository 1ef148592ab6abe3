import { type App, type AppContext, type OutputTree, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';
import { restrictedContainer, restrictedPod, spreadOf } from '../pods.ts';

/** Images that a cache runs. */
const valkeyImages = ['valkey', 'redis-exporter'] as const;

/** Labels of the one pod that takes writes: a StatefulSet gives each of its pods its name. */
export const primaryOf = (name: string) => ({ 'statefulset.kubernetes.io/pod-name': `${name}-0` });

/** A cache by default: its pods, and the mebibytes that it may keep. */
export const cacheSizes = {
  small: {
    server: { replicas: 1, cpu: '100m', memory: '256Mi', disk: '2Gi' },
    exporter: { replicas: 1, cpu: '10m', memory: '32Mi' },
    megabytes: 256,
  },
  medium: {
    server: { replicas: 2, cpu: '100m', memory: '1Gi', disk: '5Gi' },
    exporter: { replicas: 2, cpu: '10m', memory: '32Mi' },
    megabytes: 1024,
  },
  large: {
    server: { replicas: 2, cpu: '100m', memory: '4Gi', disk: '20Gi' },
    exporter: { replicas: 2, cpu: '10m', memory: '32Mi' },
    megabytes: 4096,
  },
};

/** What every cache is. */
export const cacheApp = {
  layer: 'stores',
  chart: upstream('valkey'),
  images: valkeyImages,
  keepsData: true,
  network: { metrics: 9121 },
  sizes: cacheSizes,
} as const;

interface Cache {
  readonly name: string;
  /** What goes first when memory runs out. */
  readonly eviction: 'volatile-ttl' | 'noeviction';
  /** Mebibytes that it may keep; the container gets half as much again, for a snapshot copies what changes meanwhile. */
  readonly megabytes: number;
  /** The primary and its replicas: how many, what each asks for, and the size of its volume. */
  readonly server: {
    readonly replicas: number;
    readonly cpu: string;
    readonly memory: string;
    readonly disk: string;
  };
  /** What asks each of them for metrics. */
  readonly exporter: { readonly cpu: string; readonly memory: string };
  /** How many numbered databases it has; 16 where it is left out. */
  readonly databases?: number;
}

type Context = AppContext<(typeof valkeyImages)[number], App, never, never, OutputTree>;

/**
 * A Valkey for one purpose. Always a StatefulSet, with no replica in a small environment: from a Deployment there
 * would be no way to one later that keeps the volume. Callers cannot log in, so the network policy alone says who
 * they are.
 */
export function valkey(
  { name, eviction, megabytes, server: pods, exporter: asking, databases }: Cache,
  context: Context,
): Values {
  const { environment, image, imagePullSecrets, monitors } = context;
  const server = image('valkey');
  const exporter = image('redis-exporter');
  const { storageClass } = environment.cloud;
  return {
    image: { registry: server.registry, repository: server.path, tag: server.tagAndDigest },
    // Names: the chart makes the references of them itself.
    global: { imagePullSecrets: imagePullSecrets.map(({ name: secret }) => secret) },
    fullnameOverride: name,
    // The StatefulSet goes only when somebody deletes it by hand; its volumes not even then.
    workloadAnnotations: {
      'argocd.argoproj.io/sync-options': 'Prune=false',
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    },
    podSecurityContext: restrictedPod(1000),
    securityContext: restrictedContainer(),
    replica: {
      enabled: true,
      // Beside the primary.
      replicas: pods.replicas - 1,
      service: { enabled: false },
      persistence: { size: pods.disk, ...(storageClass && { storageClass }) },
    },
    valkeyConfig: [
      `maxmemory ${megabytes}mb`,
      `maxmemory-policy ${eviction}`,
      'appendonly yes',
      'appendfsync everysec',
      ...(databases === undefined ? [] : [`databases ${databases}`]),
      '',
    ].join('\n'),
    resources: {
      requests: { cpu: pods.cpu, memory: pods.memory },
      limits: { memory: `${Math.round(megabytes * 1.5)}Mi` },
    },
    initResources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
    // Alive is whoever answers, also that it is still loading; ready only who answers without an error (-e). An answer
    // may take longer while data is loaded.
    startupProbe: { timeoutSeconds: 5, failureThreshold: 30 },
    livenessProbe: { timeoutSeconds: 5 },
    readinessProbe: {
      enabled: true,
      customProbe: { exec: { command: ['valkey-cli', '-e', 'ping'] }, timeoutSeconds: 5 },
    },
    podDisruptionBudget: { enabled: true, maxUnavailable: 1 },
    topologySpreadConstraints: [spreadOf({ 'app.kubernetes.io/instance': name })],
    metrics: {
      enabled: true,
      exporter: {
        image: { registry: exporter.registry, repository: exporter.path, tag: exporter.tagAndDigest },
        resources: { requests: { cpu: asking.cpu, memory: asking.memory }, limits: { memory: '64Mi' } },
        // Two series for each database that there could be.
        extraEnvs: { REDIS_EXPORTER_INCL_METRICS_FOR_EMPTY_DATABASES: 'false' },
        securityContext: restrictedContainer(),
      },
      service: { enabled: false },
      podMonitor: { enabled: monitors },
    },
  };
}
