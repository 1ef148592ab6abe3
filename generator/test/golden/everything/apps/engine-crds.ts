import { defineApp, kinds, upstream } from '#generator';

/** From a folder with a kustomization. */
export const engineCrds = defineApp({
  name: 'engine-crds',
  description: 'Kinds of the engine.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('engine-crds'),
  clusterKinds: [{ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' }],
  provides: () => ({ kinds: kinds('example.org') }),
});
