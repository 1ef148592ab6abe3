import type { Repository } from '../../../src/repository.ts';
import { upgrade } from '../../../src/upgrade.ts';
import { beforeRun, broken } from './invariants.ts';
import type { Strategy } from './people.ts';
import { diceOf } from './seeded.ts';
import type { YearWorld } from './year-world.ts';

/** What a replayed history comes to. */
export interface Replayed {
  /** What runs did that none may do. */
  readonly wrong: readonly string[];
  readonly opened: number;
  readonly merged: number;
  readonly runs: number;
}

export interface ReplayOptions {
  readonly strategy: Strategy;
  readonly seed: number;
  readonly from: number;
  readonly until: number;
  /** A second run on every so many days, which must leave everything as it is. */
  readonly again: number;
}

/** One run a day, looked at after each; then people do what they do. */
export async function replay(
  world: YearWorld,
  { strategy, seed, from, until, again }: ReplayOptions,
): Promise<Replayed> {
  const dice = diceOf(seed);
  const wrong: string[] = [];
  let runs = 0;
  for (world.day = from; world.day < until; world.day++) {
    world.observe();
    const before = beforeRun(world);
    await runOnce(world);
    wrong.push(...broken(world, before));
    runs += 1;
    if (world.day % again === 0) wrong.push(...(await unchangedBy(world)));
    world.people.spendDay(strategy, dice);
    world.mustGenerate(world.files);
    // The first to go wrong says most.
    if (wrong.length > 0) break;
  }
  const states = [...world.forge.pulls.values()].map(({ state }) => state);
  return { wrong, runs, opened: states.length, merged: states.filter((state) => state === 'merged').length };
}

async function runOnce(world: YearWorld): Promise<void> {
  const tools = world.tools();
  const open = (root: string) => ({ read: async () => world.written(world.git.filesIn(root)) }) as Repository;
  world.report = await upgrade({ only: [], dryRun: false }, { ...tools, open });
  world.asked = tools.sources.asked;
}

/** A second run on the same day, in which nothing is new. */
async function unchangedBy(world: YearWorld): Promise<string[]> {
  const before = world.state();
  world.forge.writes = [];
  const saves = world.saves;
  await runOnce(world);
  const said = [
    ...world.forge.writes,
    ...(world.saves === saves ? [] : ['the record was saved']),
    ...(world.state() === before ? [] : ['something differs']),
  ];
  return said.map((what) => `day ${world.day}: a second run did something: ${what}`);
}
