import { defineApp, firstParty } from '#generator';

export const vault = defineApp({
  name: 'vault',
  description: 'Keeps secrets.',
  layer: 'operators',
  keepsData: true,
  namespace: 'vault',
  chart: firstParty('vault'),
  secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name: 'vault' },
  values: ({ stored }) => ({ secrets: stored.map(({ name }) => name) }),
});
