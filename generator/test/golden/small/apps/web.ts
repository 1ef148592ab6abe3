import { defineApp, firstParty } from '#generator';
import { db } from './db.ts';

export const web = defineApp({
  name: 'web',
  description: 'Shows rows.',
  layer: 'apis',
  namespace: 'web',
  chart: firstParty('web'),
  images: ['web'],
  dependsOn: [db],
  values: ({ image, of }) => ({ image: image('web').reference, replicas: 1, host: of(db).server.host }),
});
