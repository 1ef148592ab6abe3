import { defineApp, upstream } from '#generator';
import type { Values } from '../../schemas/upstream/valkey.gen.ts';

const name = 'cache';

export const cache = defineApp({
  name,
  description: 'Remembers sessions and prices.',
  layer: 'stores',
  namespace: name,
  chart: upstream('valkey'),
  images: ['valkey'],
  keepsData: true,
  provides: ({ endpoint }) => ({ server: endpoint(name, 6379) }),
  values: ({ environment, image, imagePullSecrets }): Values => {
    const { registry, path, tagAndDigest } = image('valkey');
    const memory = environment.bySize({ small: 128, medium: 256, large: 1024 });
    return {
      image: { registry, repository: path, tag: tagAndDigest },
      global: { imagePullSecrets: imagePullSecrets.map((secret) => secret.name) },
      fullnameOverride: name,
      replica: {
        enabled: true,
        replicas: 0,
        service: { enabled: false },
        persistence: {
          size: '2Gi',
          ...(environment.cloud.storageClass && { storageClass: environment.cloud.storageClass }),
        },
      },
      valkeyConfig: `maxmemory ${memory}mb\nmaxmemory-policy allkeys-lru\n`,
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        fsGroup: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      readinessProbe: { enabled: true },
      resources: {
        requests: { cpu: '50m', memory: `${memory}Mi` },
        limits: { memory: `${Math.round(memory * 1.5)}Mi` },
      },
      initResources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
    };
  },
});
