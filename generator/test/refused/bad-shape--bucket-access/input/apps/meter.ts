import { defineApp, firstParty } from '#generator';

export const meter = defineApp({
  name: 'meter',
  description: 'Counts.',
  layer: 'operations',
  namespace: 'meter',
  chart: firstParty('service'),
  images: ['meter'],
  provides: ({ endpoint }) => ({ push: endpoint('meter', 9091) }),
  // @ts-expect-error what it does with the bucket is left out
  values: ({ image, bucket }) => ({ image: image('meter').reference, port: 9091, files: bucket('files').url }),
});
