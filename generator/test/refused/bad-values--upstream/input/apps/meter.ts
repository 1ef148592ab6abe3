import { defineApp, upstream } from '#generator';

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: upstream('meter'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({
    image: image('meter').reference,
    replicaz: 2,
    service: { port: 9091, storageClass: 'fast' },
    resources: { limits: { memroy: '1Gi' } },
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', namespace: 'a' }] } },
    securityContext: { runAsUsr: 1000 },
    extraEnv: [{ nmae: 'A', value: 'b' }],
    podAnnotation: {},
  }),
});
