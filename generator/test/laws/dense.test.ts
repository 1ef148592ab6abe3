import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineApp } from '../../src/definition/app.ts';
import type { App } from '../../src/definition/app-reference.ts';
import type { Layer } from '../../src/definition/layer.ts';
import { basicAuth } from '../../src/definition/secret.ts';
import { allNeeds } from '../../src/model/all-needs.ts';
import { circlesOf } from '../../src/model/circles.ts';
import { waves } from '../../src/plan/waves.ts';
import { repositoryOf } from '../support/arbitrary.ts';
import { treeOf } from '../support/tree.ts';

/** Which earlier nodes each node needs, by its place. A walk that forgets where it has been never ends on these. */
const shapes: Readonly<Record<string, { size: number; needs: (i: number) => number[] }>> = {
  'a diamond on a diamond': { size: 300, needs: (i) => [i - 1, i - 2].filter((to) => to >= 0) },
  'everything before it': { size: 200, needs: (i) => [...Array(i).keys()] },
  'a chain': { size: 2000, needs: (i) => (i === 0 ? [] : [i - 1]) },
};

const nameOf = (i: number): string => `app-${i}`;

interface Node {
  readonly name: string;
  readonly layer: Layer;
  readonly dependsOn: readonly string[];
}

/** Nodes that count how often somebody asks what they need. */
function counted(size: number, needs: (i: number) => number[]): { nodes: Node[]; asked: () => number } {
  let asked = 0;
  const nodes = Array.from({ length: size }, (_, i): Node => {
    const dependsOn = needs(i).map(nameOf);
    return {
      name: nameOf(i),
      layer: 'operators',
      get dependsOn() {
        asked += 1;
        return dependsOn;
      },
    };
  });
  return { nodes, asked: () => asked };
}

const walks: Readonly<Record<string, (nodes: readonly Node[]) => unknown>> = {
  waves: (nodes) => waves(nodes),
  'the circles': (nodes) => circlesOf(nodes),
  'all that the last one needs': (nodes) => {
    const last = nodes.at(-1);
    return last && allNeeds(last, new Map(nodes.map((node) => [node.name, node])));
  },
};

describe.each(Object.keys(shapes))('%s', (shape) => {
  const { size = 0, needs = () => [] } = shapes[shape] ?? {};

  test.each(Object.keys(walks))('%s: each node is asked once', (walk) => {
    const { nodes, asked } = counted(size, needs);
    walks[walk]?.(nodes);
    expect(asked()).toBeLessThanOrEqual(size);
  });
});

test.each(['a diamond on a diamond', 'everything before it'])('a tree is written of %s', (shape) => {
  const { needs = () => [] } = shapes[shape] ?? {};
  const apps: App[] = [];
  const define = (name: string, dependsOn: readonly App[], rest: object): App =>
    defineApp({
      name,
      description: 'An app.',
      layer: 'operators',
      namespace: name,
      chart: { kind: 'first-party', name: 'service' },
      dependsOn,
      ...rest,
    } as Parameters<typeof defineApp>[0]);
  for (let i = 0; i < 120; i++) {
    const needed = needs(i).flatMap((to) => apps[to] ?? []);
    apps.push(
      define(nameOf(i), needed, {
        provides: ({ endpoint }: { endpoint: (service: string, port: number) => unknown }) => ({
          http: endpoint(nameOf(i), 8080),
        }),
        values: () => ({}),
      }),
    );
  }
  const secretStore = { kind: 'secret-store', storeKind: 'ClusterSecretStore', name: 'store' };
  const reads = ({ secret }: { secret: (name: string) => { name: string } }) => ({
    name: secret('main').name,
  });
  const reader = define('reader', [], { secrets: { main: basicAuth('someone') }, values: reads });
  const store = define('store', apps.slice(-2), { secretStore, values: () => ({}) });
  const tree = treeOf(repositoryOf([...apps, reader, store], ['dev']));
  expect(tree.has('environments/dev/generated/candidate/applications/store.yaml')).toBe(true);
});

test('all needs are what following the edges leads to, circles included', () => {
  const edges = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(edges, (all) => {
      const { nodes } = counted(all.length, (i) => all[i] ?? []);
      const byName = new Map(nodes.map((node) => [node.name, node]));
      for (const node of nodes) {
        const found = allNeeds(node, byName);
        expect([...node.dependsOn].every((name) => found.has(name))).toBe(true);
        for (const name of found)
          expect(byName.get(name)?.dependsOn.every((next) => found.has(next))).toBe(true);
        // Nothing that no other needed one, nor the node itself, names.
        for (const name of found)
          expect([node.name, ...found].some((from) => byName.get(from)?.dependsOn.includes(name))).toBe(true);
      }
    }),
  );
});
