import { expect, test } from 'vitest';
import { read } from '../support/folder.ts';
import { World } from './world.ts';

const hour = 3600;

test('the first promotion pins what has soaked, and nothing runs differently after it', async () => {
  const world = await World.create();
  world.now += 20 * hour;
  const { described, published } = await world.promote('prod');
  expect(published).toEqual({ changed: true, remote: null });
  expect(described.plan.moves).toEqual([]);
  expect(world.isPinned('prod')).toBe(true);
  expect(Object.keys(world.pins('prod'))).toEqual(['api', 'cache', 'db', 'meter']);
  expect(read(world.root, 'environments/prod/generated/PLAN.md')).toContain('**prod is pinned to `');
});
