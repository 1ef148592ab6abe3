import { defineApp, firstParty } from '#generator';

export const web = defineApp({
  name: 'web',
  description: 'Shows files.',
  layer: 'apis',
  namespace: 'web',
  chart: firstParty('service'),
  images: ['web'],
  uses: ['meter'],
  provides: ({ endpoint }) => ({ http: endpoint('web', 8080) }),
  values: ({ image, bucket }) => ({
    image: image('web').reference,
    port: 8080,
    secret: bucket('files', 'read').name,
  }),
});
