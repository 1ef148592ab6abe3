import type { Release } from '../../definition/release.ts';
import { commitsByApp } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { differing, presentPins } from './present-pins.ts';
import { type PromotionPlan, reasons } from './promotion-plan.ts';
import { pinsIn } from './select.ts';

/** A move that a release asks for and that must not be made now. */
export interface Refusal {
  readonly app: string;
  readonly detail: string;
}

/**
 * Looks at a release that somebody wants to merge: every app that it would move must be one that a promotion of this
 * moment would move as far, or go back to what ran before. `plan` is that promotion. A reason for an emergency that
 * the release itself records lets everything pass.
 */
export function refusals(
  environment: string,
  proposed: Release | null,
  recorded: Release | null,
  plan: PromotionPlan,
  history: History,
): Refusal[] {
  if (proposed === null || proposed.kind === 'following') {
    const detail = 'the release would follow a branch, and deploy everything on it at once';
    return recorded?.kind === 'pinned' ? [{ app: 'every app', detail }] : [];
  }
  const known = recorded?.kind === 'pinned' ? recorded.emergency?.reason : undefined;
  if (proposed.emergency !== null && proposed.emergency.reason !== known) return [];
  const commits = commitsByApp(proposed, (commit) => history.apps(environment, commit));
  const [present, wanted] = [presentPins(environment, history), pinsIn(environment, commits, history)];
  const differs = differing(environment, present, wanted, history);
  const apps = [...new Set([...present.keys(), ...wanted.keys()])].sort();
  return apps.filter(differs).flatMap((app): Refusal[] => {
    const [from, to] = [present.get(app)?.commit, wanted.get(app)?.commit];
    const detail = refused(app, from, to, plan, history);
    return detail === null ? [] : [{ app, detail }];
  });
}

function refused(
  app: string,
  from: string | undefined,
  to: string | undefined,
  { moves, deferred, upstream }: PromotionPlan,
  history: History,
): string | null {
  const now = moves.find((move) => move.app === app);
  const allowed = now?.to?.commit;
  if (now && (to === allowed || (to && allowed && history.relation(to, allowed) === 'ahead'))) return null;
  if (from && to) {
    if (history.relation(from, to) === 'behind') return null;
    // A copy of the pin with the environment's own settings of today, and nothing else.
    const apart = history.relation(history.head, to) === 'apart';
    if (apart && history.own(to, history.head).length === 0) return null;
  }
  const found = deferred.find((one) => one.app === app);
  if (found) return `${reasons[found.reason]}: ${found.detail}`;
  return to === undefined
    ? 'it would be removed, and no promotion removes it'
    : `${to.slice(0, 12)} has not soaked in ${upstream ?? 'upstream'}`;
}
