import { defineApp, firstParty } from '#generator';
import { db } from './db.ts';

export const files = defineApp({
  name: 'files',
  description: 'Makes buckets.',
  layer: 'stores',
  namespace: 'files',
  chart: firstParty('service'),
  images: ['web'],
  dependsOn: [db],
  objectStore: { server: 'db', endpoint: 'server', region: 'here' },
  values: ({ image }) => ({ image: image('web').reference, port: 8080 }),
});
