import { defineApp, firstParty } from '#generator';

export const vault = defineApp({
  name: 'vault',
  description: 'Keeps secrets.',
  layer: 'operators',
  namespace: 'vault',
  chart: firstParty('vault'),
  values: ({ stored }) => ({ secrets: stored.map(({ name }) => name) }),
});
