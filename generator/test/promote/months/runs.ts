import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { everything, type PromotionRequest } from '../../../src/promote/plan/request.ts';
import { type Promotion, type PromotionTools, promote } from '../../../src/promotion.ts';
import { gateRefuses } from './gate-asked.ts';
import type { Month } from './month.ts';

type Request = Partial<PromotionRequest>;
type Outcome = { readonly promotion: Promotion } | { readonly refused: string };

const known = ['UsageError', 'ProblemsError', 'ExternalError'];

/** A run of `promote`, and the dry run before it, which must have said the same. */
export async function run(
  month: Month,
  environment: string,
  request: Request = {},
): Promise<Promotion | null> {
  return (await tried(month, environment, request)).promotion;
}

interface Tried {
  readonly promotion: Promotion | null;
  readonly tools: PromotionTools;
}

async function tried(month: Month, environment: string, request: Request): Promise<Tried> {
  month.world.now += 60;
  const tools = month.tools();
  const dry = await outcome(month, environment, request, tools, true);
  const real = await outcome(month, environment, request, tools, false);
  const [said, did] = [told(dry), told(real)];
  if (said !== did)
    month.breach(`dry run of ${environment} ${JSON.stringify(request)} said ${said}, run ${did}`);
  if (existsSync(join(month.world.root, '.git/worktrees'))) month.breach('a worktree was left behind');
  if ('promotion' in real) {
    const { to = null, emergency: reason = null } = request;
    if (real.promotion.published) month.proposals.set(environment, { back: to !== null, reason });
    return { promotion: real.promotion, tools };
  }
  const message = 'refused' in real ? real.refused : '';
  // Settings of today may name what came after the pin.
  const isFault = message.startsWith('ProblemsError') && request.settings !== true;
  if (isFault && !month.invariants.drifted.has(month.watch.tip))
    month.breach(
      `promote ${environment} ${JSON.stringify(request)} finds fault with a sound main: ${message}`,
    );
  month.count(`refused run: ${withoutNames(message).slice(0, 70)}`);
  return { promotion: null, tools };
}

const withoutNames = (message: string): string =>
  message.replaceAll(/"[^"]*"|\b(dev|staging|prod|site)(-\d+)*\b|\b[0-9a-f]{12,}\b/g, '…');

async function outcome(
  month: Month,
  environment: string,
  request: Request,
  tools: PromotionTools,
  dryRun: boolean,
): Promise<Outcome> {
  const date = `${month.now} +0000`;
  Object.assign(process.env, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  try {
    const options = { environment, request: { ...everything, ...request }, dryRun };
    return { promotion: await promote(options, tools) };
  } catch (error) {
    const { name, message } = error as Error;
    if (!known.includes(name)) {
      month.breach(`promote ${environment} ended with ${name}: ${message}`);
      if (process.env.MONTH_TRACE) console.error(error);
    }
    return { refused: `${name}: ${message}` };
  }
}

const told = (outcome: Outcome): string => {
  if ('refused' in outcome) return outcome.refused;
  const { described, draft } = outcome.promotion;
  const { moves, deferred } = described.plan;
  const words = moves.map(({ app, to }) => `${app} ${to?.commit}`);
  return JSON.stringify([described.release, words, deferred, draft.title]);
};

/** Runs, and merges what came of it if its gate lets it. Returns what was promoted. */
export async function runAndMerge(
  month: Month,
  environment: string,
  request: Request = {},
  squash = false,
): Promise<Promotion | null> {
  const { promotion, tools } = await tried(month, environment, request);
  if (!promotion?.published) return promotion;
  const tip = month.tip(`promote/${environment}`);
  if (tip === null) return promotion;
  const refused = await gateRefuses(month, tip, tools);
  if (refused.length > 0)
    month.breach(`the gate refuses a fresh run of ${environment}: ${refused.join('; ')}`);
  await merge(month, environment, squash);
  return promotion;
}

/** Merges a promotion branch as the forge does. False where it conflicts. */
export async function merge(month: Month, environment: string, squash = false): Promise<boolean> {
  const branch = month.tip(`promote/${environment}`);
  if (branch === null) return false;
  const title = `Merge promote/${environment}`;
  const { world } = month;
  const isStale = !month.has(branch, 'main');
  try {
    if (squash) {
      world.git('merge', '--quiet', '--squash', branch);
      world.git('commit', '--quiet', '--allow-empty', '-m', title);
    } else world.git('merge', '--quiet', '--no-ff', branch, '-m', title);
  } catch {
    world.git('reset', '--quiet', '--hard');
    month.count('promotion conflicts');
    return false;
  }
  month.count('merged promotion');
  const { tip: before } = month.watch;
  month.moved(month.proposals.get(environment));
  month.proposals.delete(environment);
  month.endPullRequest(`promote/${environment}`, 'merged');
  // Its tree was generated on top of main, unless main has moved on.
  if (isStale && (await drifts(month))) {
    if (!month.invariants.drifted.has(before))
      month.breach('a promotion left main with a tree that is not generated');
    month.invariants.drifted.add(month.watch.tip);
  }
  return true;
}

/** Whether the tree of main is not what it generates, or cannot be generated. */
export async function drifts(month: Month): Promise<boolean> {
  try {
    return (await month.world.drift()).length > 0;
  } catch (error) {
    if ((error as Error).name === 'ProblemsError') return true;
    throw error;
  }
}
