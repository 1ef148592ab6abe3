import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/prometheus-pushgateway.gen.ts';
import { resourcesOf, restrictedContainer, restrictedPod } from '../pods.ts';

const port = 9091;
const gateway = { replicas: 1, cpu: '20m', memory: '64Mi', disk: '1Gi' };

export const prometheusPushgateway = defineApp({
  name: 'prometheus-pushgateway',
  description: 'Takes metrics that short-lived work pushes, and keeps them for Prometheus to fetch.',
  layer: 'operations',
  optional: true,
  namespace: 'monitoring',
  seed: ['prometheus-pushgateway'],
  chart: upstream('prometheus-pushgateway'),
  images: ['prometheus-pushgateway'],
  // What is pushed to one pod is unknown to another, so there is only one.
  sizes: {
    small: { gateway: { ...gateway, limit: '128Mi' } },
    medium: { gateway: { ...gateway, limit: '256Mi' } },
    large: { gateway: { ...gateway, limit: '512Mi' } },
  },
  network: { metrics: port },
  exceptions: [
    {
      code: 'lost-volume',
      reason: 'The last values of finished jobs; the next run of each pushes them again.',
    },
  ],
  provides: ({ endpoint }) => ({ push: endpoint('prometheus-pushgateway', port) }),
  values: ({ environment, size, namespace, image, imagePullSecrets, monitors }): Values => {
    const { repository, tagAndDigest } = image('prometheus-pushgateway');
    const { storageClass } = environment.cloud;
    return {
      image: { repository, tag: tagAndDigest },
      global: { imagePullSecrets },
      replicaCount: size.gateway.replicas,
      podDisruptionBudget: { maxUnavailable: 1 },
      resources: resourcesOf(size.gateway, size.gateway.limit),
      automountServiceAccountToken: false,
      securityContext: restrictedPod(65534),
      containerSecurityContext: restrictedContainer(),
      // Nobody pushes twice what ended with its last push, so a restart must not forget it.
      extraArgs: ['--persistence.file=/data/metrics', '--persistence.interval=1m'],
      persistentVolume: {
        enabled: true,
        mountPath: '/data',
        size: size.gateway.disk,
        ...(storageClass && { storageClass }),
      },
      // Without its labels, every pushed series would count as one of the gateway itself.
      serviceMonitor: { enabled: monitors, namespace, honorLabels: true },
    };
  },
});
