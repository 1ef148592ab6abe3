import { defineApp, firstParty } from '#generator';

export const meter = defineApp({
  name: 'meter-that-counts-whatever-anybody-may-ever-want-to-count',
  description: 'Counts rows.',
  layer: 'operations',
  namespace: 'a-namespace-that-is-just-short-enough-as-long-as-it-is-alone-ok',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  values: ({ image }) => ({ image: image('meter').reference, port: 9091 }),
});
