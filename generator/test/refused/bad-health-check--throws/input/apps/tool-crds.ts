import { defineApp, firstParty, kinds } from '#generator';

export const toolCrds = defineApp({
  name: 'tool-crds',
  description: 'Kinds of tools.',
  layer: 'crds',
  namespace: 'default',
  chart: firstParty('vault'),
  values: () => ({ secrets: [] }),
  provides: () => ({ kinds: kinds('example.org') }),
});
