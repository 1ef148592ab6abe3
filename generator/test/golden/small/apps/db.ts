import { database, defineApp, firstParty } from '#generator';

export const db = defineApp({
  name: 'db',
  description: 'Keeps rows.',
  layer: 'stores',
  namespace: 'db',
  chart: firstParty('db'),
  images: ['db'],
  keepsData: true,
  provides: ({ endpoint }) => ({ server: endpoint('db', 5432), rows: database('rows') }),
  values: ({ image, own }) => ({ image: image('db').reference, database: own().rows.name }),
});
