import { defineApp, firstParty } from '#generator';
import { db } from './db.ts';

export const web = defineApp({
  name: 'web',
  description: 'Shows rows.',
  layer: 'apis',
  namespace: 'web',
  chart: firstParty('service'),
  images: ['web'],
  dependsOn: [db],
  uses: ['meter'],
  provides: ({ endpoint }) => ({ http: endpoint('web', 8080) }),
  values: ({ image, of, bucket }) => ({
    image: image('web').reference,
    port: 8080,
    database: of(db).server.host,
    secret: bucket('files', 'read').name,
  }),
});
