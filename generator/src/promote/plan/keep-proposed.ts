import type { Pinned } from '../../definition/release.ts';
import { same } from '../../running/conflicts.ts';
import type { History } from '../history.ts';
import { commitAt, identityOver, namesAt } from './identity.ts';
import { carriedBetween, movesBetween, wavesBetween } from './moves.ts';
import { commitsAt, presentPins } from './present-pins.ts';
import type { PromotionPlan } from './promotion-plan.ts';
import type { PromotionTarget } from './request.ts';
import { pinsIn } from './select.ts';

/**
 * Stays with a release that is proposed already where it comes to the same: main goes on, and commits that could be pinned
 * as well are no reason to ask people for their approval again.
 */
export function keepProposed(
  plan: PromotionPlan,
  proposed: Pinned | null,
  { name, line }: PromotionTarget,
  history: History,
): PromotionPlan {
  if (plan.kind !== 'promotion' || plan.next === null || proposed === null) return plan;
  if (!comesToTheSame(plan.next, proposed, line, history)) return plan;
  const before = presentPins(name, history);
  const after = pinsIn(name, commitsAt(name, { pins: proposed }, history), history);
  const carried = plan.carried.length === 0 ? [] : carriedBetween(before, after, line, history);
  return {
    ...plan,
    next: proposed,
    moves: movesBetween(before, after, name, history),
    // What runs only in later environments has no pin to compare.
    carried: [...carried, ...plan.carried.filter(({ app }) => !before.has(app))],
    waves: wavesBetween(before, after),
    unchanged: plan.unchanged.filter((app) => before.get(app)?.commit !== after.get(app)?.commit),
  };
}

function comesToTheSame(one: Pinned, other: Pinned, line: readonly string[], history: History): boolean {
  if (!same(one.hold, other.hold) || !same(one.emergencies, other.emergencies)) return false;
  const [here, there] = [{ pins: one }, { pins: other }];
  const identity = identityOver(line, history);
  const names = new Set([here, there].flatMap((pinning) => namesAt(pinning, line, history)));
  return [...names].every(
    (app) => identity(app, commitAt(here, app)) === identity(app, commitAt(there, app)),
  );
}
