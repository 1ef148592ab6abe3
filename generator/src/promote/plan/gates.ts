import type { Pin } from '../../running/pins.ts';
import type { History, Moment } from '../history.ts';
import type { Left } from './promotion.ts';
import type { Clock, Sickness, Target, Wish } from './request.ts';
import type { Selection } from './select.ts';
import { freezeAt } from './select.ts';
import { type Inputs, pinnedAt, spoken, stretchOf } from './soak.ts';

/** What an app's move is judged by. */
export interface Court {
  readonly target: Target;
  readonly wish: Wish;
  readonly selection: Selection;
  readonly history: History;
  readonly clock: Clock;
  readonly sickness: Sickness;
  /** Upstream's past, and where in it the commits come from; null where nothing is waited for. */
  readonly upstream: {
    readonly moments: readonly Moment[];
    readonly index: number;
    readonly inputs: Inputs;
  } | null;
}

/** Why an app must not move from one pin to another now; null where it may. */
export function gate(app: string, from: Pin | undefined, to: Pin | undefined, court: Court): Left | null {
  const left = (reason: Left['reason'], why: string): Left => ({ app, reason, why });
  const { target, selection, history, clock } = court;
  const hold = target.release?.kind === 'pinned' ? target.release.hold[app] : undefined;
  if (hold && clock.today < hold.until && !(court.wish.emergency !== null && selection.named.has(app)))
    return left('hold', `${hold.reason}, until ${hold.until}`);
  const chosen = court.upstream?.moments[court.upstream.index];
  // An app that would go does so at upstream's revision.
  const toward = to?.commit ?? chosen?.pins.revision;
  const relation = from && toward ? history.relation(from.commit, toward) : 'ahead';
  const oldest = chosen && clock.now - chosen.at;
  if (relation === 'behind' && oldest !== undefined && oldest < target.soak)
    return left(
      'soak',
      `${target.upstream} has run for ${spoken(oldest)}, ${spoken(target.soak)} are asked for`,
    );
  if (relation === 'behind')
    return left('upstream', `what runs here (${from?.commit.slice(0, 12)}) is newer; --to takes it back`);
  if (from && !to && from.candidate.node.keepsData && !target.retired.includes(app))
    return left(
      'data',
      `it would go; if that is meant, list it as retired in environments/${target.name}/environment.ts`,
    );
  if (from && relation === 'apart') {
    const [lacks] = history.lacking(from.commit, to?.commit ?? history.head);
    if (lacks)
      return left('hotfix', `${lacks.commit.slice(0, 12)} "${lacks.subject}" must be brought back first`);
  }
  if (court.wish.emergency !== null) return null;
  const freeze = freezeAt(clock.now, target);
  if (freeze !== null) return left('freeze', freeze);
  return waiting(app, from, to, court) ?? sick(app, court);
}

/** What upstream has to say: whether it ran the app for long enough, and still stands by it. */
function waiting(
  app: string,
  from: Pin | undefined,
  to: Pin | undefined,
  { target, history, clock, upstream }: Court,
): Left | null {
  if (!upstream || target.upstream === null) return null;
  const { moments, index, inputs } = upstream;
  const [present] = moments;
  const chosen = moments[index];
  if (!present || !chosen) return null;
  const absent = inputs(chosen, app) === null;
  // Only this environment has it.
  if (absent && to !== undefined) return null;
  const stretch = stretchOf(app, moments, index, inputs, { now: clock.now, enough: target.soak });
  if (stretch.seconds < target.soak) {
    const did = absent ? 'it has been gone for' : stretch.current ? 'it has run' : 'this version ran';
    const ran = `${did} ${spoken(stretch.seconds)} there`;
    return { app, reason: 'soak', why: `${ran}, ${spoken(target.soak)} are asked for` };
  }
  if (stretch.current) return null;
  // It ran for long enough and was replaced: by something newer, or because it was no good?
  const back = (why: string): Left => ({
    app,
    reason: 'upstream',
    why: `${target.upstream} went back ${why}`,
  });
  const there = pinnedAt(target.upstream, present, history).get(app);
  if (absent) return back('to having it');
  const chosenPin = pinnedAt(target.upstream, chosen, history).get(app);
  if (there === undefined) return back('to doing without it');
  if (chosenPin !== undefined && history.relation(chosenPin, there) === 'behind')
    return back('to something older');
  const here = from ? history.inputs(target.upstream, [{ app, commit: from.commit }])[0] : null;
  return inputs(present, app) === here ? back('to what runs here') : null;
}

function sick(app: string, { sickness, target }: Court): Left | null {
  const state = sickness?.[app];
  return state === undefined ? null : { app, reason: 'health', why: `${state} in ${target.upstream}` };
}
