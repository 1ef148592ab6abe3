import { defineApp, firstParty, keyOf, opaque, provided } from '#generator';
import type { Values } from '../../schemas/charts/service.gen.ts';
import { databaseHost } from '../database.ts';
import { cache } from '../stores/cache.ts';

export const storefront = defineApp({
  name: 'storefront',
  description: 'Shows what is for sale, and takes orders.',
  layer: 'apis',
  namespace: 'storefront',
  chart: firstParty('service'),
  images: ['storefront'],
  dependsOn: [cache],
  secrets: {
    database: opaque({
      url: provided('Address of the orders database, with the user that may write orders.'),
    }),
  },
  sizes: {
    small: { server: { replicas: 1, cpu: '100m', memory: '256Mi' } },
    medium: { server: { replicas: 2, cpu: '100m', memory: '256Mi' } },
    large: { server: { replicas: 3, cpu: '100m', memory: '256Mi' } },
  },
  network: { metrics: 8080, outside: [databaseHost] },
  provides: ({ endpoint, host, secret }) => {
    const http = endpoint('storefront', 8080);
    return {
      http,
      public: host('@', http, { unauthenticated: 'It is a shop: everybody may look and buy.' }),
      admin: host('admin', http, { paths: ['/admin'] }),
      database: secret('database'),
    };
  },
  values: ({ size: { server }, image, secret, of, own }): Values => {
    const store = of(cache).server;
    return {
      image: image('storefront').reference,
      user: 1000,
      replicas: server.replicas,
      ports: { http: 8080 },
      health: { path: '/health' },
      metrics: { port: 'http' },
      resources: { requests: { cpu: server.cpu, memory: server.memory }, limits: { memory: '512Mi' } },
      env: {
        DATABASE_URL: keyOf(secret('database'), 'url'),
        CACHE: `${store.host}:${store.port}`,
        PUBLIC_URL: own().public.url,
      },
    };
  },
});
