import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/prometheus-pushgateway.gen.ts';
import { restrictedContainer, restrictedPod } from '../pods.ts';

const port = 9091;

export const prometheusPushgateway = defineApp({
  name: 'prometheus-pushgateway',
  description: 'Takes metrics that short-lived work pushes, and keeps them for Prometheus to fetch.',
  layer: 'operations',
  namespace: 'monitoring',
  seed: ['prometheus-pushgateway'],
  chart: upstream('prometheus-pushgateway'),
  images: ['prometheus-pushgateway'],
  network: { metrics: port },
  exceptions: [
    {
      code: 'lost-volume',
      reason: 'The last values of finished jobs; the next run of each pushes them again.',
    },
  ],
  provides: ({ endpoint }) => ({ push: endpoint('prometheus-pushgateway', port) }),
  values: ({ environment, namespace, image, imagePullSecrets, monitors }): Values => {
    const { repository, tagAndDigest } = image('prometheus-pushgateway');
    const { storageClass } = environment.cloud;
    return {
      image: { repository, tag: tagAndDigest },
      global: { imagePullSecrets },
      // What is pushed to one pod is unknown to another, so there is only one.
      replicaCount: 1,
      podDisruptionBudget: { maxUnavailable: 1 },
      resources: {
        requests: { cpu: '20m', memory: '64Mi' },
        limits: { memory: environment.bySize({ small: '128Mi', medium: '256Mi', large: '512Mi' }) },
      },
      automountServiceAccountToken: false,
      securityContext: restrictedPod(65534),
      containerSecurityContext: restrictedContainer(),
      // Nobody pushes twice what ended with its last push, so a restart must not forget it.
      extraArgs: ['--persistence.file=/data/metrics', '--persistence.interval=1m'],
      persistentVolume: {
        enabled: true,
        mountPath: '/data',
        size: '1Gi',
        ...(storageClass && { storageClass }),
      },
      // Without its labels, every pushed series would count as one of the gateway itself.
      serviceMonitor: { enabled: monitors, namespace, honorLabels: true },
    };
  },
});
