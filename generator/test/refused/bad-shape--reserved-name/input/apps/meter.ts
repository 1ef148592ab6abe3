import { defineApp, firstParty } from '#generator';

const labels: Record<string, unknown> = { app: 'meter' };
labels.all = labels;

export const meter = defineApp({
  name: 'meter',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  network: { pods: labels as Record<string, string> },
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
