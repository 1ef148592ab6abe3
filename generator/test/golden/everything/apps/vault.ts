import { defineApp, upstream } from '#generator';
import { engineCrds } from './engine-crds.ts';

/** From an OCI registry; the secret store of every environment. */
export const vault = defineApp({
  name: 'vault',
  description: 'Keeps secrets.',
  layer: 'operators',
  namespace: 'vault',
  chart: upstream('vault'),
  dependsOn: [engineCrds],
  images: ['vault'],
  keepsData: true,
  secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name: 'vault' },
  clusterKinds: [{ group: 'example.org', kind: 'ClusterSecretStore' }],
  network: { kubernetesApi: true, internet: true, open: [{ port: 9443, reason: 'the API server calls it' }] },
  values: ({ image, imagePullSecrets, stored, secretPrefix }) => ({
    image: image('vault').reference,
    imagePullSecrets,
    secrets: stored.map(({ name, generated, provided }) => ({ name: secretPrefix + name, generated, provided })),
  }),
});
