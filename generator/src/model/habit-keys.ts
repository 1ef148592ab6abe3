import type { z } from 'zod';
import { app } from '../definition/shape/app-shape.ts';
import { environment } from '../definition/shape/environment-shape.ts';
import { images } from '../definition/shape/images-shape.ts';
import { upstream } from '../definition/shape/upstream-shape.ts';

const waves = 'waves are computed: say in dependsOn what must be healthy first, and choose the layer';
const settings = 'settings of the chart go into values: () => ({ … })';
const versions = 'versions stand in charts/upstream.yaml and images.yaml';
const sync = 'how Applications are synced is the same for all and written by the generator';
const clusters = 'the cluster is destination in environments/<name>/environment.ts';
const secrets =
  'secrets: { <name>: opaque({ <key>: generated() }) } declares one, and secret(<name>) reads it in values';

/** Keys that people write in an app by habit of Argo CD, Helm, Flux or Compose, and what is written here instead. */
const appHabits: Readonly<Record<string, string>> = {
  wave: waves,
  waves,
  syncWave: waves,
  'sync-wave': waves,
  order: waves,
  priority: waves,
  dependencies: 'write dependsOn, with the apps themselves: dependsOn: [kafka]',
  needs: 'write dependsOn, with the apps themselves: dependsOn: [kafka]',
  requires: 'write dependsOn, with the apps themselves: dependsOn: [kafka]',
  helm: settings,
  valuesObject: settings,
  valueFiles: settings,
  valuesFile: settings,
  valuesFrom: settings,
  parameters: settings,
  set: settings,
  replicas: settings,
  replicaCount: settings,
  resources: settings,
  env: settings,
  environment: settings,
  ports: settings,
  port: settings,
  service: settings,
  persistence: settings,
  storage: settings,
  volumes: settings,
  version: versions,
  chartVersion: versions,
  targetRevision: versions,
  tag: versions,
  image: "write images: ['<key of images.yaml>'], and image('<key>') in values",
  repository: "charts of others stand in charts/upstream.yaml; write chart: upstream('<key>')",
  repo: "charts of others stand in charts/upstream.yaml; write chart: upstream('<key>')",
  repoURL: "charts of others stand in charts/upstream.yaml; write chart: upstream('<key>')",
  source: "charts of others stand in charts/upstream.yaml; write chart: upstream('<key>')",
  sources: "charts of others stand in charts/upstream.yaml; write chart: upstream('<key>')",
  path: "write chart: firstParty('<folder of charts/>')",
  project: 'AppProjects are computed, one for each environment and its layers',
  syncPolicy: sync,
  syncOptions: sync,
  automated: sync,
  ignoreDifferences: sync,
  finalizers: 'an app that keeps data says keepsData: true',
  prune: 'an app that keeps data says keepsData: true',
  destination: clusters,
  server: clusters,
  cluster: clusters,
  environments: 'an environment leaves an app out with apps: { exclude: [ … ] }',
  enabled: 'an environment leaves an app out with apps: { exclude: [ … ] }',
  secret: secrets,
  secretRefs: secrets,
  ingress: 'provides: ({ endpoint, host }) => … declares a public host',
  host: 'provides: ({ endpoint, host }) => … declares a public host',
  hosts: 'provides: ({ endpoint, host }) => … declares a public host',
  outputs: 'write provides',
  exports: 'write provides',
  timeout: 'write patience, in seconds',
};

const release = 'what runs is said by release.yaml beside it, which promotions write';

/** The same for an environment. */
const environmentHabits: Readonly<Record<string, string>> = {
  revision: release,
  targetRevision: release,
  branch: release,
  follow: release,
  version: release,
  cluster: 'write destination: { name, kubernetesVersion }',
  server: 'write destination: { name, kubernetesVersion }',
  kubernetesVersion: 'it lies inside destination',
  values: 'write apps: { override: [{ app, values }] }',
  overrides: 'write apps: { override: [{ app, values }] }',
  override: 'it lies inside apps',
  exclude: 'it lies inside apps',
  retired: 'it lies inside apps',
  region: 'it lies inside cloud',
  accountId: 'it lies inside cloud',
  buckets: 'it lies inside cloud',
  identities: 'it lies inside cloud',
  storageClass: 'it lies inside cloud',
  namespace: 'apps say their namespaces; namespacePrefix goes in front of each',
  ingress: 'write exposure',
};

/** The same for an entry of images.yaml. */
const imageHabits: Readonly<Record<string, string>> = {
  version: 'write tag',
  image: 'write repository',
  name: 'write repository',
  registry: 'it is the first part of repository',
  sha: 'write digest',
  pullPolicy: 'it is a value of the chart',
};

/** The same for an entry of charts/upstream.yaml. */
const chartHabits: Readonly<Record<string, string>> = {
  name: 'write chart',
  repoURL: 'write repository, or oci for a registry',
  url: 'write repository, or oci for a registry',
  registry: 'write oci',
  targetRevision: 'write version',
  chartVersion: 'write version',
  tag: 'write version',
  values: 'the app says its values',
};

const depths: readonly (readonly [z.core.$ZodType, number, Readonly<Record<string, string>>])[] = [
  [app, 0, appHabits],
  [environment, 0, environmentHabits],
  [images, 2, imageHabits],
  [upstream, 2, chartHabits],
];

/** What is written instead of a key that other tools know, where somebody writes it by habit. */
export function habitHint(
  shape: z.core.$ZodType,
  path: readonly PropertyKey[],
  key: string,
): string | undefined {
  const found = depths.find(([of, depth]) => of === shape && depth === path.length);
  return found && Object.hasOwn(found[2], key) ? found[2][key] : undefined;
}
