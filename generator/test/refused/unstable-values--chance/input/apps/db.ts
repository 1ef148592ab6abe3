import { basicAuth, defineApp, firstParty } from '#generator';

export const db = defineApp({
  name: 'db',
  description: 'Keeps rows.',
  layer: 'stores',
  namespace: 'db',
  chart: firstParty('service'),
  images: ['db'],
  secrets: { owner: basicAuth('owner') },
  provides: ({ endpoint, secret }) => ({ server: endpoint('db', 5432), owner: secret('owner') }),
  values: ({ image, secret, own }) => ({
    image: image('db').reference,
    port: own().server.port,
    secret: secret('owner').name,
  }),
});
