import { defineApp, generated, opaque, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/flink-kubernetes-operator.gen.ts';
import { mutatingWebhook, validatingWebhook } from '../cluster-kinds.ts';
import { flinkCrds } from '../crds/flink-crds.ts';
import { restrictedContainer, restrictedPod, spreadOf } from '../pods.ts';
import { certManager } from './cert-manager.ts';

const pods = { 'app.kubernetes.io/instance': 'flink-operator' };
const metrics = 9999;

export const flinkOperator = defineApp({
  name: 'flink-operator',
  description: 'Runs Flink jobs: starts them, upgrades them from savepoints, brings them back.',
  layer: 'operators',
  // Beside the jobs that it runs, which is the namespace that it watches: it has rights nowhere else, and the
  // namespace is there before the jobs are.
  namespace: 'flink',
  chart: upstream('flink-kubernetes-operator'),
  images: ['flink-kubernetes-operator'],
  dependsOn: [flinkCrds, certManager],
  uses: ['cache-indexer', 'lakehouse-connector', 'unified-pipeline'],
  secrets: { keystore: opaque({ password: generated() }) },
  // In one pod: 100m and 384Mi for the operator, the rest for its webhook.
  sizes: {
    small: { operator: { replicas: 1, cpu: '120m', memory: '576Mi' } },
    medium: { operator: { replicas: 2, cpu: '120m', memory: '576Mi' } },
    large: { operator: { replicas: 2, cpu: '120m', memory: '576Mi' } },
  },
  clusterKinds: [mutatingWebhook, validatingWebhook],
  network: {
    kubernetesApi: true,
    open: [{ port: 9443, reason: 'the API server calls the webhook' }],
    metrics,
  },
  exceptions: [
    {
      code: 'no-probe',
      object: 'Deployment/flink-kubernetes-operator/flink-kubernetes-operator',
      reason:
        'The chart has no readiness probe to set, and its ports are for Prometheus and the kubelet alone.',
    },
    {
      code: 'no-probe',
      object: 'Deployment/flink-kubernetes-operator/flink-webhook',
      reason: 'The chart has none to set; a webhook that hangs shows as a job that nobody can change.',
    },
  ],
  values: ({ size, namespace, image, imagePullSecrets, secret }): Values => {
    const { repository, tagAndDigest } = image('flink-kubernetes-operator');
    return {
      // The chart would show a digest that is given apart instead of the tag.
      image: { repository, tag: tagAndDigest },
      imagePullSecrets,
      watchNamespaces: [namespace],
      // Each job brings its own, with no more rights than it needs.
      jobServiceAccount: { create: false },
      rbac: { jobRole: { create: false }, jobRoleBinding: { create: false } },
      replicas: size.operator.replicas,
      strategy: { type: 'RollingUpdate' },
      defaultConfiguration: { append: true, 'flink-conf.yaml': lines(configuration) },
      // A quarter of the memory, which a JVM takes by itself, is too little for the heap.
      jvmArgs: {
        operator: '-XX:MaxRAMPercentage=60 -XX:-UsePerfData',
        webhook: '-XX:MaxRAMPercentage=60 -XX:-UsePerfData',
      },
      metrics: { port: metrics },
      podSecurityContext: restrictedPod(9999),
      operatorSecurityContext: restrictedContainer(),
      webhookSecurityContext: restrictedContainer(),
      operatorPod: {
        labels: pods,
        resources: { requests: { cpu: '100m', memory: '384Mi' }, limits: { memory: '768Mi' } },
        webhook: { resources: { requests: { cpu: '20m', memory: '192Mi' }, limits: { memory: '384Mi' } } },
        topologySpreadConstraints: [spreadOf(pods)],
      },
      // The root file system is read-only; it writes pod templates and configurations of jobs to /tmp.
      operatorVolumes: {
        create: true,
        data: [
          { name: 'flink-artifacts', emptyDir: { sizeLimit: '1Gi' } },
          { name: 'tmp', emptyDir: { sizeLimit: '256Mi' } },
        ],
      },
      operatorVolumeMounts: {
        create: true,
        data: [
          { name: 'flink-artifacts', mountPath: '/opt/flink/artifacts' },
          { name: 'tmp', mountPath: '/tmp' },
        ],
      },
      webhook: {
        create: true,
        keystore: {
          useDefaultPassword: false,
          passwordSecretRef: { name: secret('keystore').name, key: 'password' },
        },
      },
    };
  },
  companion: () => ({
    disruptionBudgets: [{ name: 'flink-operator', pods }],
    podMonitors: [{ name: 'flink-operator', pods, port: 'metrics' }],
  }),
});

const configuration = {
  // Also with one replica: during a rollout there are two.
  'kubernetes.operator.leader-election.enabled': true,
  'kubernetes.operator.leader-election.lease-name': 'flink-operator',
  'kubernetes.operator.reconcile.interval': '15 s',
  'kubernetes.operator.observer.progress-check.interval': '5 s',
  'kubernetes.operator.metrics.reporter.prom.factory.class':
    'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
  'kubernetes.operator.metrics.reporter.prom.port': metrics,
};

const lines = (settings: Record<string, unknown>): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
