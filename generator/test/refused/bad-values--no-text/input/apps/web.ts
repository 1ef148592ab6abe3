import { defineApp, firstParty } from '#generator';
import { db } from './db.ts';

const circle: Record<string, unknown> = {};
circle.again = circle;

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
  values: ({ image, of }) => ({
    image: image('web').reference,
    port: 2 ** 60,
    database: of(db).server.host,
    emoji: '\ud83d',
    list: [1, , 3],
    circle,
    ['\udc00']: true,
  }),
});
