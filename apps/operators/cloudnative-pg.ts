import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/cloudnative-pg.gen.ts';
import { clusterRoles, mutatingWebhook, validatingWebhook } from '../cluster-kinds.ts';
import { cloudnativePgCrds } from '../crds/cloudnative-pg-crds.ts';
import { resourcesOf, spreadOf } from '../pods.ts';

const pods = {
  'app.kubernetes.io/name': 'cloudnative-pg',
  'app.kubernetes.io/instance': 'cloudnative-pg',
};

export const cloudnativePg = defineApp({
  name: 'cloudnative-pg',
  description: 'Runs PostgreSQL: instances, fail-over, databases and roles.',
  layer: 'operators',
  // Beside the database that it runs: so it needs no right in any other namespace, where it would read Secrets and
  // start pods, and the namespace is there before the database is.
  namespace: 'postgresql',
  chart: upstream('cloudnative-pg'),
  images: ['cloudnative-pg'],
  dependsOn: [cloudnativePgCrds],
  uses: ['postgresql', 'barman-cloud'],
  clusterKinds: [...clusterRoles, mutatingWebhook, validatingWebhook],
  sizes: {
    small: { operator: { replicas: 1, cpu: '50m', memory: '128Mi' } },
    medium: { operator: { replicas: 2, cpu: '50m', memory: '128Mi' } },
    large: { operator: { replicas: 2, cpu: '50m', memory: '128Mi' } },
  },
  network: {
    kubernetesApi: true,
    open: [{ port: 9443, reason: 'the API server calls the webhook' }],
    metrics: 8080,
  },
  values: ({ size, image, imagePullSecrets, monitors }): Values => {
    const { repository, tagAndDigest } = image('cloudnative-pg');
    return {
      crds: { create: false },
      // Also the image that instances copy their manager from.
      image: { repository, tag: tagAndDigest },
      imagePullSecrets,
      replicaCount: size.operator.replicas,
      resources: resourcesOf(size.operator, '384Mi'),
      topologySpreadConstraints: [spreadOf(pods)],
      config: { clusterWide: false },
      monitoring: { podMonitorEnabled: monitors },
    };
  },
  companion: () => ({ disruptionBudgets: [{ name: 'cloudnative-pg', pods }] }),
});
