import { expect, test } from 'vitest';
import type { PromotionRequest } from '../../src/promote/plan/request.ts';
import { checkCommit } from '../../src/release-check.ts';
import { type Sketch, World } from './world.ts';

const hour = 3600;
const turned = (world: World, name: string, change: Partial<Sketch>): Sketch[] =>
  world.sketches.map((app) => (app.name === name ? { ...app, ...change } : app));

/** Staging and prod pinned long ago. */
async function pinnedWorld(): Promise<World> {
  const world = await World.create();
  world.now += 20 * hour;
  await world.promote('staging');
  await world.promote('prod');
  world.now += 20 * hour;
  return world;
}

/** What the gate has against what a run has just proposed. */
async function against(
  world: World,
  environment: string,
  request: Partial<PromotionRequest>,
): Promise<string[]> {
  const { published } = await world.plan(environment, request);
  expect(published).not.toBeNull();
  const judged = await checkCommit(world.git('rev-parse', `promote/${environment}`), world.tools());
  return judged.flatMap(({ refused }) => refused.map(({ app, detail }) => `${app}: ${detail}`));
}

/** Prod renders every app anew; staging, which changes only its api, has brought both on. */
async function bothMoved(): Promise<World> {
  const world = await pinnedWorld();
  await world.change({ 'environments/prod/environment.ts': '{ "size": "large" }' });
  await world.changeApps(turned(world, 'api', { knob: 1 }));
  return world;
}

test('a way back takes apps along that are what they were here, and another one in later environments', async () => {
  const world = await bothMoved();
  world.now += 3 * hour;
  await world.promote('staging');
  expect(await against(world, 'staging', { to: 'PREVIOUS' })).toEqual([]);
});

test('an emergency brings later environments nothing that has not soaked', async () => {
  const world = await bothMoved();
  expect(await against(world, 'staging', { emergency: 'users wait' })).toEqual([]);
  world.merge('staging');
  const [api, ...others] = ['api', 'cache', 'db', 'meter'].map((app) => world.pins('staging')[app]);
  expect(new Set(others).size).toBe(1);
  expect(others).not.toContain(api);
});

test('an app that comes back with a way back may be held, although main has given it up', async () => {
  const world = await pinnedWorld();
  await world.changeApps(world.sketches.filter(({ name }) => name !== 'meter'));
  world.now += 3 * hour;
  await world.promote('staging');
  expect(Object.keys(world.pins('staging'))).not.toContain('meter');
  expect(await against(world, 'staging', { to: 'PREVIOUS' })).toEqual([]);
});
