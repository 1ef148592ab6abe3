import { defineApp, upstream } from '#generator';

/** From a folder of plain files. */
export const toolCrds = defineApp({
  name: 'tool-crds',
  description: 'Kinds of the tool.',
  layer: 'crds',
  namespace: 'default',
  chart: upstream('tool-crds'),
  clusterKinds: [{ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' }],
});
