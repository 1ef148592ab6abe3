import { expect, test } from 'vitest';
import { outOfStep } from './invariants.ts';
import type { Strategy } from './people.ts';
import { replay } from './replay.ts';
import { left } from './settled.ts';
import { yearOf } from './year.ts';
import { YearWorld } from './year-world.ts';

const sizes = { images: 60, charts: 25, days: 365 };
const december = { reason: 'Holidays.', from: '2026-12-18T00:00:00Z', until: '2027-01-04T00:00:00Z' };
/** Days after the last release in which everything comes to rest. */
const rest = 30;
/** `UPGRADE_HISTORY=year` replays all of it, which takes minutes; else it begins late, with versions of January. */
const isWhole = process.env.UPGRADE_HISTORY === 'year';

const worldOf = (seed: number): YearWorld =>
  new YearWorld(yearOf(seed, sizes), { open: 5, cooldown: 3, freezes: [december] });

async function replayed(strategy: Strategy, seed: number, from: number, until: number): Promise<YearWorld> {
  const world = worldOf(seed);
  const days = isWhole ? { from: 0, until: sizes.days + rest } : { from, until };
  const { wrong, ...counts } = await replay(world, { strategy, seed, again: 7, ...days });
  if (isWhole) process.stdout.write(`people merge ${strategy}: ${JSON.stringify(counts)}\n`);
  expect(wrong).toEqual([]);
  expect(counts.opened).toBeGreaterThan(4);
  return world;
}

test('where people merge everything, all that may come is in, and nothing was ever wrong on the way', async () => {
  const world = await replayed('always', 1, 345, sizes.days + rest);
  expect(left(world)).toEqual([]);
  expect(outOfStep(world, world.files)).toEqual([]);
});

test('where nobody merges, no more come than may be open', async () => {
  const world = await replayed('never', 2, 200, 208);
  expect(world.forge.open).toHaveLength(world.settings.open);
});

test('where people merge, close, commit and ignore, nothing of it is undone', async () => {
  const world = await replayed('random', 3, 180, 215);
  expect(outOfStep(world, world.files)).toEqual([]);
});
