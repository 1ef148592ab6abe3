import { defineApp, firstParty } from '#generator';

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: () => ({ push: { kind: 'endpoint', host: 'meter' } }) as never,
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
