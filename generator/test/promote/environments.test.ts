import { beforeAll, expect, test } from 'vitest';
import type { Promotion } from '../../src/promotion.ts';
import { type Sketch, World } from './world.ts';

const hour = 3600;
const turned = (world: World, name: string, change: Partial<Sketch>): Sketch[] =>
  world.sketches.map((app) => (app.name === name ? { ...app, ...change } : app));
const moved = ({ described }: Promotion): string[] => described.plan.moves.map(({ app }) => app);

/** Staging and prod pinned to the first commit, long ago. */
let pinned: World;

beforeAll(async () => {
  pinned = await World.create();
  pinned.now += 20 * hour;
  await pinned.promote('staging');
  await pinned.promote('prod');
  pinned.now += 20 * hour;
});

test('an environment that comes beside others is promoted to as they are', async () => {
  const world = pinned.copy();
  expect(await world.define('lab', { size: 'small', promotesFrom: 'dev', soak: '1h' })).toBe(true);
  expect(world.environments).toEqual(['dev', 'lab', 'prod', 'staging']);
  await world.changeApps(turned(world, 'api', { knob: 1 }));
  world.now += 2 * hour;
  await world.promote('lab');
  expect(world.isPinned('lab')).toBe(true);
  await world.changeApps(turned(world, 'api', { knob: 2 }));
  world.now += 0.5 * hour;
  expect(moved(await world.promote('lab'))).toEqual([]);
  world.now += 0.5 * hour;
  expect(moved(await world.promote('lab'))).toEqual(['api']);
});
