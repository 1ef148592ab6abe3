import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { BranchMove } from '../../src/forge/forge.ts';
import { branchMovesFor } from '../../src/promote/branch-moves.ts';
import { MemoryForge } from '../support/memory-forge.ts';
import { identity } from '../support/repository.ts';
import { World } from './world.ts';

const hour = 3600;
const minute = 60;

/** Staging is pinned; dev follows main, and what it ran for two hours may come. */
let pinned: World;

beforeAll(async () => {
  pinned = await World.create();
  pinned.now += 20 * hour;
  await pinned.promote('staging');
  pinned.now += 20 * hour;
});

/** A commit on the branch that is checked out, at another time than now. */
async function changeAt(world: World, date: number, app = 'api'): Promise<string> {
  const { now } = world;
  world.now = date - minute;
  const apps = world.sketches.map((sketch) => ({
    ...sketch,
    knob: sketch.knob + (sketch.name === app ? 1 : 0),
  }));
  expect(await world.changeApps(apps)).toBe(true);
  world.now = now;
  return world.git('rev-parse', 'HEAD');
}

/** What a forge saw of main, oldest first. */
function sees(
  world: World,
  ...moves: readonly (readonly [at: number, before: string, commit: string])[]
): void {
  const seen: BranchMove[] = moves.map(([at, before, commit]) => ({ at, before, commit }));
  world.moves = new Map([['main', seen.reverse()]]);
}

/** Apps that would move to staging now. */
async function wouldMove(world: World): Promise<string[]> {
  const { described } = await world.plan('staging', {}, { dryRun: true });
  return described.plan.moves.map(({ app }) => app);
}

describe('a branch of old commits that main is fast-forwarded to', () => {
  async function fastForwarded(): Promise<{ world: World; before: string; after: string }> {
    const world = pinned.copy();
    const before = world.git('rev-parse', 'HEAD');
    world.git('switch', '--quiet', '--create', 'feature');
    await changeAt(world, world.now - 10 * hour);
    const after = await changeAt(world, world.now - 9 * hour, 'cache');
    world.git('switch', '--quiet', 'main');
    world.git('merge', '--quiet', '--ff-only', 'feature');
    return { world, before, after };
  }

  test('soaks from when the forge got it', async () => {
    const { world, before, after } = await fastForwarded();
    sees(world, [world.now - 6 * minute, before, after]);
    expect(await wouldMove(world)).toEqual([]);
    world.now += 2 * hour;
    expect(await wouldMove(world)).toEqual(['api', 'cache']);
  });

  test('counts as old where no forge can tell', async () => {
    const { world } = await fastForwarded();
    expect(await wouldMove(world)).toEqual(['api', 'cache']);
  });

  test('soaks from its last return where main was set back meanwhile', async () => {
    const { world, before, after } = await fastForwarded();
    const { now } = world;
    sees(
      world,
      [now - 5 * hour, before, after],
      [now - 4 * hour, after, before],
      [now - 6 * minute, before, after],
    );
    expect(await wouldMove(world)).toEqual([]);
  });

  test('soaks from when the forge got it, too, where main was merged into it', async () => {
    const { world, before } = await fastForwarded();
    world.git('switch', '--quiet', '--create', 'side', before);
    await changeAt(world, world.now - 12 * hour, 'meter');
    const main = world.git('rev-parse', 'HEAD');
    world.git('switch', '--quiet', 'feature');
    world.git('merge', '--quiet', '--no-commit', '--strategy-option=theirs', 'side');
    const sketches = world.sketches.map((app) => ({ ...app, knob: 1 }));
    await world.changeApps(sketches);
    world.git('switch', '--quiet', 'main');
    world.git('merge', '--quiet', '--ff-only', 'feature');
    const after = world.git('rev-parse', 'HEAD');
    sees(world, [world.now - 12 * hour, before, main], [world.now - 6 * minute, main, after]);
    expect(await wouldMove(world)).toEqual([]);
  });
});

const year = 365 * 24 * hour;
const clocks = [
  ['a year ahead', (now: number) => now + year],
  ['a year behind', (now: number) => now - year],
  ['at the beginning of 1970', () => 100],
] as const;

describe.each(clocks)('a commit from a clock that is %s', (_, clock) => {
  test('soaks as any other where the forge can tell when it came', async () => {
    const world = pinned.copy();
    const before = world.git('rev-parse', 'HEAD');
    const after = await changeAt(world, clock(world.now));
    sees(world, [world.now, before, after]);
    world.now += hour;
    expect(await wouldMove(world)).toEqual([]);
    world.now += 2 * hour;
    expect(await wouldMove(world)).toEqual(['api']);
  });

  test('does not stop what follows, and soaks with it, where no forge can', async () => {
    const world = pinned.copy();
    await changeAt(world, clock(world.now));
    world.now += hour;
    await changeAt(world, world.now, 'cache');
    world.now += 3 * hour;
    expect(await wouldMove(world)).toEqual(['api', 'cache']);
  });
});

test('the clock of a commit in a branch that is merged does not matter', async () => {
  const world = pinned.copy();
  world.git('switch', '--quiet', '--create', 'feature');
  await changeAt(world, world.now + year);
  world.git('switch', '--quiet', 'main');
  world.git('merge', '--quiet', '--no-ff', 'feature', '-m', 'merge');
  world.now += hour;
  expect(await wouldMove(world)).toEqual([]);
  world.now += 2 * hour;
  expect(await wouldMove(world)).toEqual(['api']);
});

describe('a date to come at the tip of main that no forge knows', () => {
  test('counts as now, until something is built on it', async () => {
    const world = pinned.copy();
    await changeAt(world, world.now + year);
    world.now += 5 * hour;
    expect(await wouldMove(world)).toEqual([]);
    world.git('switch', '--quiet', '--create', 'feature');
    await changeAt(world, world.now, 'cache');
    world.git('switch', '--quiet', 'main');
    world.now += 3 * hour;
    expect(await wouldMove(world)).toEqual(['api']);
  });

  test('holds back nothing of what was there before', async () => {
    const world = pinned.copy();
    await changeAt(world, world.now, 'cache');
    world.now += 5 * hour;
    await changeAt(world, world.now + year);
    expect(await wouldMove(world)).toEqual(['cache']);
  });
});

test('a date that was to come makes nothing young on the day that it comes', async () => {
  const world = pinned.copy();
  const day = 24 * hour;
  await changeAt(world, world.now + 10 * day);
  onTestFinished(() => void Object.assign(process.env, identity));
  for (const [i, committer] of ['alice', 'bob', 'carol'].entries()) {
    process.env.GIT_COMMITTER_EMAIL = `${committer}@example.org`;
    world.now += day;
    await changeAt(world, world.now, i % 2 ? 'cache' : 'meter');
  }
  world.now += 7 * day + minute;
  expect(await wouldMove(world)).toEqual(['api', 'cache', 'meter']);
});

test('the forge is asked of main and of each branch that an environment follows, and may know neither', async () => {
  const forge = new MemoryForge();
  const moves = [
    { at: 9_000_000, before: 'b', commit: 'c' },
    { at: 1_000, before: 'a', commit: 'b' },
    { at: 500, before: null, commit: 'a' },
  ];
  forge.moves.set('main', moves).set('other', moves);
  const following = (branch: string) => ({ kind: 'following', branch }) as const;
  const releases = [following('main'), following('next'), null];
  const found = await branchMovesFor(forge, 'main', releases, 9_000_000);
  // Those of ninety days, and the one before.
  expect([...found]).toEqual([['main', moves.slice(0, 2)]]);
  expect((await branchMovesFor(null, 'main', releases, 9_000_000)).size).toBe(0);
});
