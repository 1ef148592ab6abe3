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
  sizes: {
    small: { server: { replicas: 1, cpu: '50m', memory: '128Mi', disk: '2Gi', megabytes: 128 } },
    medium: { server: { replicas: 1, cpu: '50m', memory: '256Mi', disk: '2Gi', megabytes: 256 } },
    large: { server: { replicas: 1, cpu: '50m', memory: '1Gi', disk: '4Gi', megabytes: 1024 } },
  },
  restore: () => ({
    keeps: 'Nothing beyond its volume. It fills again as customers come back; until then pages are slower.',
  }),
  provides: ({ endpoint }) => ({ server: endpoint(name, 6379) }),
  values: ({ environment, size: { server }, image, imagePullSecrets }): Values => {
    const { registry, path, tagAndDigest } = image('valkey');
    return {
      image: { registry, repository: path, tag: tagAndDigest },
      global: { imagePullSecrets: imagePullSecrets.map((secret) => secret.name) },
      fullnameOverride: name,
      replica: {
        enabled: true,
        replicas: 0,
        service: { enabled: false },
        persistence: {
          size: server.disk,
          ...(environment.cloud.storageClass && { storageClass: environment.cloud.storageClass }),
        },
      },
      valkeyConfig: `maxmemory ${server.megabytes}mb\nmaxmemory-policy allkeys-lru\n`,
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
        requests: { cpu: server.cpu, memory: server.memory },
        limits: { memory: `${Math.round(server.megabytes * 1.5)}Mi` },
      },
      initResources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
    };
  },
});
