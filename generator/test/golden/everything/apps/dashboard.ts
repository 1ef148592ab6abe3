import { defineApp, upstream } from '#generator';
import { db } from './db.ts';

/** From a repository over HTTP, in the layer that holds back nothing. */
export const dashboard = defineApp({
  name: 'dashboard',
  description: 'Shows rows.',
  layer: 'operations',
  namespace: 'data',
  chart: upstream('dashboard'),
  dependsOn: [db],
  images: ['dashboard'],
  values: ({ image, of, secret }) => ({
    image: image('dashboard').reference,
    server: `${of(db).server.host}:${of(db).server.port}`,
    database: of(db).databases.rows.name,
    login: secret(of(db).owner.secret).name,
  }),
});
