import { type App, basicAuth, defineApp, firstParty } from '#generator';

/** Filled in web.ts. */
export const needs: App[] = [];

export const db = defineApp({
  name: 'db',
  description: 'Keeps rows.',
  layer: 'apis',
  namespace: 'db',
  chart: firstParty('service'),
  images: ['db'],
  dependsOn: needs,
  secrets: { owner: basicAuth('owner') },
  provides: ({ endpoint, secret }) => ({ server: endpoint('db', 5432), owner: secret('owner') }),
  values: ({ image, secret, own }) => ({
    image: image('db').reference,
    port: own().server.port,
    secret: secret('owner').name,
  }),
});
