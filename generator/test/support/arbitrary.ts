import fc from 'fast-check';
import { defineApp } from '../../src/definition/app.ts';
import type { App } from '../../src/definition/app-reference.ts';
import { defineEnvironment } from '../../src/definition/environment.ts';
import { type Layer, layerIndex, layers } from '../../src/definition/layer.ts';
import { definePlatform } from '../../src/definition/platform.ts';
import { basicAuth } from '../../src/definition/secret.ts';
import { unguarded } from '../../src/model/world-guard.ts';
import type { Written } from '../../src/model/written.ts';

/** An app as far as the graph goes; edges point to apps by index and are cut to those that are allowed. */
export interface Sketch {
  readonly layer: Layer;
  readonly dependsOn: readonly number[];
  readonly uses: readonly number[];
  readonly ports: readonly number[];
  readonly keepsData: boolean;
  readonly hasSecret: boolean;
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  layer: fc.constantFrom(...layers),
  dependsOn: fc.uniqueArray(fc.nat(11), { maxLength: 4 }),
  uses: fc.uniqueArray(fc.nat(11), { maxLength: 3 }),
  ports: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 3 }),
  keepsData: fc.boolean(),
  hasSecret: fc.boolean(),
});

/** Up to a dozen apps that can come up in some order. */
export const sketches: fc.Arbitrary<readonly Sketch[]> = fc.array(sketch, { maxLength: 12 });

export const nameOf = (index: number): string => `app-${String.fromCharCode(97 + index)}`;

/** Dependencies that a sketch may have: earlier in the list, no later layer, none inside operations. */
export function allowed(all: readonly Sketch[], index: number): number[] {
  const own = all[index];
  return (own?.dependsOn ?? []).filter((to) => {
    const needed = all[to];
    if (!own || !needed || to >= index) return false;
    return layerIndex(needed.layer) <= layerIndex(own.layer) && own.layer !== 'operations';
  });
}

/** The apps of some sketches, and the store that keeps their secrets. */
export function appsOf(all: readonly Sketch[]): App[] {
  const apps: App[] = [];
  for (const [index, { layer, uses, ports, keepsData, hasSecret }] of all.entries()) {
    const needs = allowed(all, index).flatMap((to) => apps[to] ?? []);
    const talksTo = uses.filter((to) => to < all.length && to !== index).map(nameOf);
    const secret = hasSecret && layerIndex(layer) > layerIndex('operators');
    apps.push(
      defineApp({
        name: nameOf(index),
        description: 'An app.',
        layer,
        namespace: `space-${index % 5}`,
        chart: { kind: 'first-party', name: 'service' },
        dependsOn: needs,
        uses: talksTo as never[],
        keepsData,
        secrets: { main: basicAuth('someone') },
        provides: ({ endpoint }) =>
          Object.fromEntries(ports.map((port) => [`port-${port}`, endpoint(nameOf(index), port)])),
        values: (context) => ({
          hosts: needs.flatMap((need) =>
            Object.values(context.of(need)).map((output) => JSON.stringify(output)),
          ),
          ...(secret && { secret: context.secret('main').name }),
        }),
      }),
    );
  }
  return [...apps, store];
}

const store = defineApp({
  name: 'store',
  description: 'Keeps secrets.',
  layer: 'operators',
  namespace: 'store',
  chart: { kind: 'first-party', name: 'service' },
  secretStore: { kind: 'secret-store', storeKind: 'ClusterSecretStore', name: 'store' },
  values: ({ stored }) => ({ stored: stored.map(({ name }) => name) }),
});

const environment = (name: string, size: 'small' | 'large') =>
  defineEnvironment({
    name,
    description: 'An environment.',
    argocd: 'main',
    destination: { name, kubernetesVersion: '1.34' },
    cloud: {
      kind: 'local',
      objectStore: { endpoint: 'https://s3.example.org', region: 'here' },
      buckets: {} as never,
    },
    domain: 'example.org',
    size,
  });

/** A repository of these apps, in this order. */
export function repositoryOf(
  apps: readonly App[],
  environments: readonly string[] = ['dev', 'prod'],
): Written {
  return {
    root: 'file:///nowhere/',
    guard: unguarded,
    platform: definePlatform({
      name: 'demo',
      labelDomain: 'demo.example.org',
      repository: 'https://git.example.org/demo.git',
      branch: 'main',
      argocd: { main: { namespace: 'argocd' } },
    }),
    apps,
    environments: environments.map((name) => ({
      folder: name,
      environment: environment(name, name === 'prod' ? 'large' : 'small'),
      release: { file: `environments/${name}/release.yaml`, text: 'follow: main\n' },
    })),
    images: { file: 'images.yaml', text: 'images: {}\n' },
    upstream: { file: 'charts/upstream.yaml', text: 'charts: {}\n' },
    charts: ['service', 'platform', 'companion'].map((name) => ({
      path: `charts/${name}`,
      chart: { file: `charts/${name}/Chart.yaml`, text: chartText(name) },
      schema: null,
    })),
    upstreamSchemas: {},
    code: [],
    defined: [],
    upstreamAdditions: {},
    contracts: {},
    healthChecks: {},
    commonHealthChecks: {},
  };
}

const chartText = (name: string): string =>
  name === 'platform'
    ? 'name: platform\nversion: 0.1.0\ntype: library\n'
    : `name: ${name}\nversion: 0.1.0\ndependencies: [{ name: platform, repository: file://../platform }]\n`;
