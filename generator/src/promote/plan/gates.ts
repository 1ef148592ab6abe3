import { entryOf } from '../../problem/entry-of.ts';
import type { Pin } from '../../running/pins.ts';
import type { Moment } from '../history.ts';
import type { Deferred } from './promotion-plan.ts';
import type { PlanInput } from './request.ts';
import type { Selection } from './select.ts';
import { freezeAt } from './select.ts';
import { durationText, type FingerprintAt, pinnedAt, runPeriodOf } from './soak.ts';

/** What an app's move is judged by. */
export interface GateContext extends PlanInput {
  readonly selection: Selection;
  /** Upstream's past, and where in it the commits come from; null where nothing is waited for. */
  readonly upstream: {
    readonly moments: readonly Moment[];
    readonly index: number;
    readonly fingerprintAt: FingerprintAt;
  } | null;
}

/** Why an app must not move from one pin to another now; null where it may. */
export function gate(
  app: string,
  from: Pin | undefined,
  to: Pin | undefined,
  context: GateContext,
): Deferred | null {
  const deferred = (reason: Deferred['reason'], detail: string): Deferred => ({ app, reason, detail });
  const { target, request, selection, history, clock } = context;
  const hold = target.release?.kind === 'pinned' ? entryOf(target.release.hold, app) : undefined;
  if (hold && clock.today < hold.until && !(request.emergency !== null && selection.named.has(app)))
    return deferred('hold', `${hold.reason}, until ${hold.until}`);
  const chosen = context.upstream?.moments[context.upstream.index];
  // An app that would go does so at upstream's revision.
  const toward = to?.commit ?? chosen?.pins.revision;
  const relation = from && toward ? history.relation(from.commit, toward) : 'ahead';
  const oldest = chosen && clock.now - chosen.at;
  if (relation === 'behind' && oldest !== undefined && oldest < target.soak)
    return deferred('soak', soaked(oldest, context));
  if (relation === 'behind')
    return deferred('upstream', `what runs here (${from?.commit.slice(0, 12)}) is newer; --to rolls it back`);
  if (from && !to && from.candidate.node.keepsData && !target.retired.includes(app))
    return deferred(
      'data',
      `to remove it all the same, list it as retired in environments/${target.name}/environment.ts`,
    );
  if (from && relation === 'apart') {
    const [lacks] = history.lacking(from.commit, to?.commit ?? history.head);
    if (lacks)
      return deferred('hotfix', `merge ${lacks.commit.slice(0, 12)} "${lacks.subject}" into it first`);
  }
  if (request.emergency !== null) return null;
  const freeze = freezeAt(clock.now, target);
  if (freeze !== null) return deferred('freeze', freeze);
  return upstreamGate(app, from, to, context) ?? healthGate(app, context);
}

/** `soaked 5h of 24h in staging` */
export const soaked = (seconds: number, { target }: Pick<GateContext, 'target'>): string =>
  `soaked ${durationText(seconds)} of ${durationText(target.soak)} in ${target.upstream}`;

/** What upstream has to say: whether it ran the app for long enough, and still stands by it. */
function upstreamGate(
  app: string,
  from: Pin | undefined,
  to: Pin | undefined,
  context: GateContext,
): Deferred | null {
  const { target, history, clock, upstream } = context;
  if (!upstream || target.upstream === null) return null;
  const { moments, index, fingerprintAt } = upstream;
  const [present] = moments;
  const chosen = moments[index];
  if (!present || !chosen) return null;
  const absent = fingerprintAt(chosen, app) === null;
  // Only this environment has it.
  if (absent && to !== undefined) return null;
  const limits = { now: clock.now, enough: target.soak };
  const period = runPeriodOf(app, moments, index, fingerprintAt, limits);
  if (period.seconds < target.soak) {
    const gone = `removed from ${target.upstream} ${durationText(period.seconds)} ago, ${durationText(target.soak)} required`;
    const ran = `${soaked(period.seconds, context)}${period.current ? '' : ', then replaced'}`;
    return { app, reason: 'soak', detail: absent ? gone : ran };
  }
  if (period.current) return null;
  // It ran for long enough and was replaced: by something newer, or because it was no good?
  const back = (what: string): Deferred => ({
    app,
    reason: 'upstream',
    detail: `${target.upstream} went back ${what}`,
  });
  const there = pinnedAt(target.upstream, present, history).get(app);
  if (absent) return back('to having it');
  const chosenPin = pinnedAt(target.upstream, chosen, history).get(app);
  if (there === undefined) return back('to running without it');
  if (chosenPin !== undefined && history.relation(chosenPin, there) === 'behind')
    return back('to an older version');
  const here = from ? history.fingerprints(target.upstream, [{ app, commit: from.commit }])[0] : null;
  return fingerprintAt(present, app) === here ? back('to what runs here') : null;
}

function healthGate(app: string, { unhealthy, target }: GateContext): Deferred | null {
  const state = entryOf(unhealthy, app);
  return state === undefined ? null : { app, reason: 'health', detail: `${state} in ${target.upstream}` };
}
