import { defineApp, firstParty } from '#generator';

const released = new Date('2026-01-31');
const today = new Date().toISOString();

export const meter = defineApp({
  name: 'meter',
  description: `Counts rows since ${released.getFullYear()}, as of ${today}.`,
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
