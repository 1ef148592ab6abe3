import { everything } from '../../../src/promote/plan/request.ts';
import { promote } from '../../../src/promotion.ts';
import { gateRefuses } from './gate-asked.ts';
import type { Month } from './month.ts';
import { leave } from './promotions.ts';
import { merge, run } from './runs.ts';

type Picks = readonly [number, number, number];

/** Environments with a promotion branch that main does not have yet, be it as another commit. */
const openPromotions = (month: Month): string[] =>
  month.chain.filter((name) => {
    const tip = month.tip(`promote/${name}`);
    return tip !== null && month.proposals.has(name) && !month.has('main', tip);
  });

/** Somebody works on a branch of ours: a commit, an amend, or "Update branch". Then the hourly run comes by. */
export async function visit(month: Month, [which, how, app]: Picks): Promise<void> {
  if (openPromotions(month).length === 0) await leave(month, [which, how, app]);
  const open = openPromotions(month);
  const environment = open[which % open.length];
  if (environment === undefined) return;
  const { world } = month;
  const branch = `promote/${environment}`;
  const as = { GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'ann@example.org' };
  const before = Object.fromEntries(Object.keys(as).map((name) => [name, process.env[name]]));
  Object.assign(process.env, as);
  try {
    const tip = month.tip(branch) ?? 'HEAD';
    world.git('switch', '--quiet', ...(month.remote ? ['-C', branch, tip] : [branch]));
    if (how % 4 === 0) world.git('commit', '--quiet', '--allow-empty', '-m', 'a note of mine');
    if (how % 4 === 1) await world.change({ 'notes.md': `${world.now}\n` }, 'notes');
    if (how % 4 === 2) world.git('commit', '--quiet', '--amend', '--allow-empty', '-m', 'better words');
    if (how % 4 === 3) world.git('merge', '--quiet', '--no-ff', 'main', '-m', `Merge main into ${branch}`);
    if (how % 4 !== 3) month.peoples.add(world.git('rev-parse', 'HEAD'));
    month.push(branch);
    month.count(`visit ${how % 4}`);
  } catch {
    world.git('reset', '--quiet', '--hard');
  } finally {
    world.git('switch', '--quiet', 'main');
    Object.assign(process.env, before);
    if (month.remote)
      world.git('branch', '--quiet', '--list', branch) && world.git('branch', '--quiet', '-D', branch);
  }
  await run(month, environment);
}

/** Somebody merges a promotion that has been lying there, if its gate lets them. */
export async function stale(month: Month, [which, how]: Picks): Promise<void> {
  const open = openPromotions(month);
  const environment = open[which % open.length];
  if (environment === undefined) return;
  const tip = month.tip(`promote/${environment}`) ?? '';
  if ((await gateRefuses(month, tip)).length > 0) return month.count('stale and refused');
  if (await merge(month, environment, how % 2 === 0)) month.count('stale and merged');
}

/** A run that is cut off at one of the calls that go out, and one that comes after it. */
export async function kill(month: Month, [which, cut]: Picks): Promise<void> {
  const environment = month.pinned[which % month.pinned.length];
  if (environment === undefined) return;
  const { world } = month;
  world.now += 60;
  const date = `${world.now} +0000`;
  Object.assign(process.env, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  const tools = month.tools();
  month.proposals.set(environment, { back: false, reason: null });
  let calls = 0;
  const cutting =
    <Args extends unknown[], T>(work: (...args: Args) => T): ((...args: Args) => T) =>
    (...args) => {
      if (calls++ === cut % 4) throw new Error('cut off');
      return work(...args);
    };
  const cutTools = { ...tools, publish: cutting(tools.publish), checkout: cutting(tools.checkout) };
  await promote({ environment, request: everything, dryRun: false }, cutTools).catch((error: Error) => {
    if (error.message === 'cut off') month.count('cut off');
  });
  await run(month, environment);
}

/** Commits of people are on some branch or tag, whatever was pushed since. */
export function nothingIsLost(month: Month): void {
  if (month.peoples.size === 0) return;
  const shared = month.remote ?? month.world;
  const all = new Set(shared.git('rev-list', '--branches', '--tags').split('\n'));
  for (const commit of month.peoples) {
    if (all.has(commit)) continue;
    month.breach(`a person's commit ${commit} is on no branch any more`);
    month.peoples.delete(commit);
  }
}
