import { randomUUID } from 'node:crypto';
import { defineApp, firstParty } from '#generator';

const id = randomUUID();
const digits = Array.from({ length: 3 }, Math.random);

export const meter = defineApp({
  name: 'meter',
  description: `Counts rows (${id}, ${digits}).`,
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
