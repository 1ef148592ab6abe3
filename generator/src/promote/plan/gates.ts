import { entryOf } from '../../problem/entry-of.ts';
import type { Pin } from '../../running/pins.ts';
import type { Offer, Offers } from './offers.ts';
import type { Deferred } from './promotion-plan.ts';
import type { PlanInput } from './request.ts';
import { freezeAt, type Selection } from './select.ts';
import { durationText } from './soak.ts';

/** What an app's move is judged by. */
export interface GateContext extends PlanInput {
  readonly selection: Selection;
  readonly offers: Offers;
}

/** Why an app must not move to what is offered now; null where it may. */
export function gate(app: string, from: Pin | undefined, context: GateContext): Deferred | null {
  const { target, request, clock } = context;
  const offer = context.offers.apps.get(app);
  if (!offer) return null;
  const deferred = (reason: Deferred['reason'], detail: string): Deferred => ({ app, reason, detail });
  const hold = target.release?.kind === 'pinned' ? entryOf(target.release.hold, app) : undefined;
  if (hold && clock.today < hold.until && !(request.emergency !== null && context.selection.named.has(app)))
    return deferred('hold', `${hold.reason}, until ${hold.until}`);
  const young = soakGate(app, from, offer, context);
  if (young) return young;
  const back = backGate(app, from, offer, context);
  if (back) return back;
  if (request.emergency !== null) return null;
  const freeze = freezeAt(clock.now, target);
  if (freeze !== null) return deferred('freeze', freeze);
  const state = entryOf(context.unhealthy, app);
  return state === undefined ? null : deferred('health', `${state} in ${target.upstream}`);
}

/** Whether upstream stands by it, and has for long enough. */
function soakGate(
  app: string,
  from: Pin | undefined,
  { commit, seconds, replaced }: Offer,
  { target }: GateContext,
): Deferred | null {
  if (seconds === null) return null;
  if (seconds < target.soak) {
    const times = `${durationText(seconds)} of ${durationText(target.soak)}`;
    const gone = `gone from ${target.upstream} for ${times}`;
    return {
      app,
      reason: 'soak',
      detail: from && commit === null ? gone : `soaked ${times} in ${target.upstream}`,
    };
  }
  return replaced
    ? { app, reason: 'upstream', detail: `${target.upstream} runs another version of it by now` }
    : null;
}

/** Whether something would be lost: data, a fix that only this environment has, or what came later. */
function backGate(
  app: string,
  from: Pin | undefined,
  { commit }: Offer,
  { target, request, history, offers }: GateContext,
): Deferred | null {
  if (!from) return null;
  const relation = history.relation(from.commit, commit ?? offers.revision);
  if (relation === 'behind') {
    const detail = `what runs here (${from.commit.slice(0, 12)}) is newer than what ${target.upstream ?? 'that commit'} has; --to rolls it back`;
    return { app, reason: 'upstream', detail };
  }
  if (commit === null && from.candidate.node.keepsData && !target.retired.includes(app)) {
    const file = `environments/${target.name}/environment.ts`;
    return { app, reason: 'data', detail: `to remove it all the same, list it as retired in ${file}` };
  }
  if (relation !== 'apart') return null;
  // A commit of somebody's choice takes nothing away because it is older than what came since.
  const without = request.emergency === null ? history.head : offers.revision;
  const [lacks] = history.lacking(from.commit, commit ?? without);
  if (!lacks) return null;
  return {
    app,
    reason: 'hotfix',
    detail: `merge ${lacks.commit.slice(0, 12)} "${lacks.subject}" into it first`,
  };
}
