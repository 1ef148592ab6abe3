import { defineApp, firstParty } from '#generator';

export const meter = defineApp({
  name: 'web',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
