import { defineApp, sameSize, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/barman-cloud.gen.ts';
import { clusterRoles } from '../cluster-kinds.ts';
import { barmanCloudCrds } from '../crds/barman-cloud-crds.ts';
import { certManager } from './cert-manager.ts';
import { cloudnativePg } from './cloudnative-pg.ts';

const name = 'barman-cloud';

export const barmanCloud = defineApp({
  name,
  description: 'Plugin of CloudNativePG: copies PostgreSQL and its WAL to object storage, and back.',
  layer: 'operators',
  // The operator looks for its plugins in its own namespace.
  namespace: 'postgresql',
  chart: upstream('barman-cloud'),
  images: ['barman-cloud', 'barman-cloud-sidecar'],
  dependsOn: [barmanCloudCrds, certManager, cloudnativePg],
  clusterKinds: clusterRoles,
  network: { kubernetesApi: true },
  provides: ({ endpoint }) => ({
    /** For the operator alone: both sides show a certificate. */
    plugin: endpoint('barman-cloud', 9090),
  }),
  exceptions: [
    {
      code: 'broad-right',
      reason:
        'It grants each PostgreSQL the right to read the keys of its object store; the chart has no narrower role.',
    },
    {
      code: 'no-probe',
      object: `Deployment/${name}`,
      reason: 'The chart has a readiness probe and no other to set.',
    },
  ],
  sizes: sameSize({ plugin: { replicas: 1, cpu: '20m', memory: '64Mi' } }),
  values: ({ size, image, imagePullSecrets }): Values => {
    const { replicas, cpu, memory } = size.plugin;
    const plugin = image('barman-cloud');
    const sidecar = image('barman-cloud-sidecar');
    return {
      fullnameOverride: name,
      crds: { create: false },
      image: { registry: plugin.registry, repository: plugin.path, tag: plugin.tagAndDigest },
      sidecarImage: { registry: sidecar.registry, repository: sidecar.path, tag: sidecar.tagAndDigest },
      imagePullSecrets,
      // One at a time: the chart replaces it whole, and the operator tries again until it answers.
      replicaCount: replicas,
      resources: { requests: { cpu, memory }, limits: { memory: '256Mi' } },
    };
  },
});
