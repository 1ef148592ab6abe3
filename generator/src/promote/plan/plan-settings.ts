import type { Pinned } from '../../definition/release.ts';
import type { Copy } from '../settings-copies.ts';
import { movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import { presentPins } from './present-pins.ts';
import type { PromotionPlan } from './promotion-plan.ts';
import type { PlanInput } from './request.ts';
import { freezeAt, pinsIn } from './select.ts';
import { warningsOf } from './warnings.ts';

/** Plans to run every app from a copy of its commit that has today's settings. */
export function planSettings(
  { target, history, clock }: PlanInput,
  release: Pinned,
  copies: readonly Copy[],
): PromotionPlan {
  const present = presentPins(target.name, history);
  const copy = (commit: string): string => copies.find(({ of }) => of === commit)?.commit ?? commit;
  const commits = new Map([...present].map(([app, { commit }]) => [app, copy(commit)]));
  const then = pinsIn(target.name, commits, history);
  const moves = movesBetween(present, then, target.name, history);
  const freeze = freezeAt(clock.now, target);
  return {
    kind: 'settings',
    environment: target.name,
    upstream: target.upstream,
    emergency: null,
    next:
      moves.length === 0 || freeze !== null
        ? null
        : {
            kind: 'pinned',
            ...shortest(target.name, copy(release.revision), commits, history),
            hold: activeHolds(release.hold, clock.today),
            emergencies: release.emergencies,
          },
    moves: freeze === null ? moves : [],
    carried: [],
    waves: freeze === null ? wavesBetween(present, then) : [],
    unchanged: [],
    deferred: freeze === null ? [] : moves.map(({ app }) => ({ app, reason: 'freeze', detail: freeze })),
    warnings: freeze === null ? warningsOf(moves) : [],
  };
}
