import { defineApp, firstParty } from '#generator';
import { db } from './db.ts';

export const web = defineApp({
  name: 'web',
  description: 'Shows rows.',
  layer: 'apis',
  wave: 5,
  replicas: 2,
  syncPolicy: { automated: {} },
  version: '1.2.3',
  namespace: 'web',
  chart: firstParty('service'),
  images: ['web'],
  dependsOn: ['db'],
  uses: ['meter'],
  provides: ({ endpoint }) => ({ http: endpoint('web', 8080) }),
  values: { port: 8080 },
});
