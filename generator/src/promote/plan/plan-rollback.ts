import type { Hold, Pinned } from '../../definition/release.ts';
import { UsageError } from '../../problem/errors.ts';
import { same } from '../../running/conflicts.ts';
import type { Pin } from '../../running/pins.ts';
import type { History, Moment } from '../history.ts';
import { fittingMoves } from './fitting.ts';
import { movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import { differing, presentPins } from './present-pins.ts';
import type { Deferred, PromotionPlan } from './promotion-plan.ts';
import type { Clock, PlanInput } from './request.ts';
import { pinsIn, select } from './select.ts';
import { pinnedAt } from './soak.ts';
import { warningsOf } from './warnings.ts';

/** Days for which promotions leave alone what was taken back. */
const restDays = 7;

/** Plans the way back: what ran here before, or at some commit of the main branch. No gate but that it fits. */
export function planRollback({ target, request, history, clock }: PlanInput, past: string): PromotionPlan {
  const moment = momentOf(target.name, past, history);
  const present = presentPins(target.name, history);
  const then = pinsIn(target.name, pinnedAt(target.name, moment, history), history);
  const known = new Map([...then, ...present].map(([app, pin]) => [app, pin.candidate.node.layer]));
  const selection = select(request, known);
  const wanted = new Map<string, Pin | null>();
  const deferred: Deferred[] = [];
  for (const app of known.keys()) {
    const [from, to] = [present.get(app), then.get(app)];
    if (!selection.has(app) || from?.commit === to?.commit) continue;
    if (from && !to && from.candidate.node.keepsData && !target.retired.includes(app))
      deferred.push({
        app,
        reason: 'data',
        detail: 'it did not run then, and leaving it out would strand its data',
      });
    else wanted.set(app, to ?? null);
  }
  const fitting = fittingMoves(present, wanted);
  const differs = differing(target.name, present, fitting.pins, history);
  const moves = movesBetween(present, fitting.pins, history).filter(({ app }) => differs(app));
  const commits = new Map([...fitting.pins].map(([app, { commit }]) => [app, commit]));
  const revision =
    selection.all || target.release?.kind !== 'pinned' ? moment.pins.revision : target.release.revision;
  const holds = target.release?.kind === 'pinned' ? activeHolds(target.release.hold, clock.today) : {};
  const rest = resting(
    moves.map(({ app }) => app),
    clock,
  );
  const next: Pinned | null =
    wanted.size === 0
      ? null
      : {
          kind: 'pinned',
          ...shortest(target.name, revision, commits, history),
          hold: { ...rest, ...holds },
          emergency: null,
        };
  return {
    kind: 'rollback',
    environment: target.name,
    upstream: target.upstream,
    emergency: null,
    next,
    moves,
    waves: next === null ? [] : wavesBetween(present, fitting.pins),
    unchanged: next === null ? [] : [...wanted.keys()].filter((app) => !differs(app)).sort(),
    deferred: [...deferred, ...fitting.deferred],
    warnings: warningsOf(moves),
  };
}

/** Without it, the next promotion would bring the same thing again. */
function resting(apps: readonly string[], clock: Clock): Record<string, Hold> {
  const hold = { reason: 'it was rolled back', until: clock.dayAfter(restDays) };
  return Object.fromEntries(apps.map((app) => [app, hold]));
}

function momentOf(environment: string, to: string, history: History): Moment {
  const moments = history.moments(environment);
  if (to === 'PREVIOUS') {
    const found = moments.find(({ pins }) => !same(pins, moments[0]?.pins));
    if (found) return found;
    throw new UsageError(`${environment} has run nothing else before`);
  }
  const commit = history.resolve(to);
  if (commit === null) throw new UsageError(`there is no commit "${to}"`);
  const found = moments.find(
    ({ commit: made }) => made === commit || history.relation(made, commit) === 'ahead',
  );
  if (found) return found;
  throw new UsageError(`${environment} was not released yet at ${commit.slice(0, 12)}`);
}
