import { expect, test } from 'vitest';
import { changes } from './changes.ts';
import { branches, isTheirs, meeting, needEachOther, pairsOf, toldOf } from './matrix.ts';
import { pinnedPlatform } from './platform.ts';

test('pull requests of a usual day conflict only where two people wrote the same or changed one app of an environment', async () => {
  const past = await pinnedPlatform();
  const usual = changes.filter((_, i) => i % 2 === 0);
  const made = await branches(usual, past);
  const all = await Promise.all(pairsOf(usual).map((pair) => meeting(pair, made, past, false)));
  expect(
    all
      .filter(({ result }) => result === 'conflict')
      .filter((met) => !isTheirs(met))
      .map(toldOf),
  ).toEqual([]);
  expect(all.filter(({ result }) => result === 'conflict').length).toBeLessThanOrEqual(2);
  // Each with its neighbor in the list, for generating takes its time.
  const neighbors = usual.slice(1).map((change, i) => [usual[i] ?? change, change] as const);
  for (const pair of neighbors) {
    const met = await meeting(pair, made, past, true);
    expect(['clean', 'conflict'].includes(met.result) || needEachOther(met), toldOf(met)).toBe(true);
  }
});
