import { defineApp, upstream } from '#generator';
import { engineCrds } from './engine-crds.ts';

/** From a chart in git, with a companion that says more than the network. */
export const engine = defineApp({
  name: 'engine',
  description: 'Runs engines.',
  layer: 'operators',
  namespace: 'engine',
  seed: ['motor'],
  chart: upstream('engine'),
  dependsOn: [engineCrds],
  uses: ['db'],
  images: ['engine'],
  patience: 3600,
  podSecurity: { level: 'baseline', reason: 'The engine mounts what it runs.' },
  network: { pods: { app: 'engine' }, metrics: 8080 },
  values: ({ image }) => ({ image: { repository: image('engine').repository, tag: image('engine').tagAndDigest } }),
  companion: ({ environment }) => ({ podMonitors: environment.has('tool-crds') ? [{ name: 'engine', port: 'metrics' }] : [] }),
});
