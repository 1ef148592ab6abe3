import { defineApp, firstParty } from '#generator';

let counter = 0;

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: Math.floor(Math.random() * 1e9), replicas: [counter++] as never }),
});
