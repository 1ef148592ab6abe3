import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Layer, layerIndex } from '../../src/definition/layer.ts';
import { firstWaveOf, type WaveInput, waves } from '../../src/plan/waves.ts';
import { allowed, nameOf, sketches } from '../support/arbitrary.ts';

const inputs = sketches.map((all): WaveInput[] =>
  all.map(({ layer }, index) => ({ name: nameOf(index), layer, dependsOn: allowed(all, index).map(nameOf) })),
);

test('an app comes after everything that it depends on', () => {
  fc.assert(
    fc.property(inputs, (apps) => {
      const found = waves(apps);
      for (const { name, dependsOn } of apps) {
        for (const need of dependsOn) expect(found.get(need)).toBeLessThan(found.get(name) ?? -1);
      }
    }),
  );
});

test('a layer comes after the whole layer before it', () => {
  fc.assert(
    fc.property(inputs, (apps) => {
      const found = waves(apps);
      const wavesOf = (layer: Layer) =>
        apps.filter((app) => app.layer === layer).map(({ name }) => found.get(name) ?? -1);
      for (const a of apps) {
        for (const b of apps) {
          if (layerIndex(a.layer) >= layerIndex(b.layer)) continue;
          expect(Math.max(...wavesOf(a.layer))).toBeLessThan(Math.min(...wavesOf(b.layer)));
        }
      }
    }),
  );
});

test('no app waits longer than it must: one wave behind the last that it needs, else where its layer starts', () => {
  fc.assert(
    fc.property(inputs, (apps) => {
      const found = waves(apps);
      for (const { name, layer, dependsOn } of apps) {
        const inLayer = dependsOn.filter((need) => apps.find((app) => app.name === need)?.layer === layer);
        const before = inLayer.map((need) => found.get(need) ?? -1);
        const expected = before.length === 0 ? firstWaveOf(layer, apps) : Math.max(...before) + 1;
        expect(found.get(name)).toBe(expected);
      }
    }),
  );
});

test('the order of the definitions does not matter', () => {
  const shuffled = inputs.chain((apps) =>
    fc.tuple(fc.constant(apps), fc.shuffledSubarray(apps, { minLength: apps.length })),
  );
  fc.assert(
    fc.property(shuffled, ([apps, others]) => {
      const sorted = (found: ReturnType<typeof waves>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(waves(others))).toEqual(sorted(waves(apps)));
    }),
  );
});

test('a layer deeper than its stride pushes the next one back instead of running into it', () => {
  const chain = Array.from(
    { length: 14 },
    (_, i): WaveInput => ({ name: `s${i}`, layer: 'stores', dependsOn: i === 0 ? [] : [`s${i - 1}`] }),
  );
  const found = waves([...chain, { name: 'job', layer: 'processing', dependsOn: [] }]);
  expect(found.get('s13')).toBe(33);
  expect(found.get('job')).toBe(34);
});
