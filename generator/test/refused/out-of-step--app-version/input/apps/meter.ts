import { defineApp, upstream } from '#generator';

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: upstream('meter'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, service: { port: 9091 } }),
});
