import type { Pinned } from '../../definition/release.ts';
import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { fittingMoves } from './fitting.ts';
import { type GateContext, gate } from './gates.ts';
import { movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import { differing, presentPins } from './present-pins.ts';
import type { Deferred, PromotionPlan } from './promotion-plan.ts';
import type { Clock, PlanInput, PromotionRequest, PromotionTarget } from './request.ts';
import { pinsIn, select } from './select.ts';
import { fingerprintsOf } from './soak.ts';
import { soaking } from './soaking.ts';
import { sourceOf } from './source.ts';
import { warningsOf } from './warnings.ts';

/** Plans a promotion: what would move, what would not and why, and the release that says so. */
export function planPromotion(input: PlanInput): PromotionPlan {
  const { target, request, history, clock } = input;
  const source = sourceOf(input);
  const present = presentPins(target.name, history);
  const proposed = pinsIn(target.name, source.commits, history);
  const known = new Map([...present, ...proposed].map(([app, pin]) => [app, pin.candidate.node.layer]));
  const selection = select(request, known);
  const upstream =
    source.index === null || target.upstream === null
      ? null
      : {
          moments: history.moments(target.upstream),
          index: source.index,
          fingerprintAt: fingerprintsOf(target.upstream, history),
        };
  const context: GateContext = { ...input, selection, upstream };
  const wanted = new Map<string, Pin | null>();
  const deferred: Deferred[] = [];
  const differs = differing(target.name, present, proposed, history);
  for (const app of source.commits.keys()) {
    const [from, to] = [present.get(app), proposed.get(app)];
    if (!selection.has(app) || from?.commit === to?.commit) continue;
    // One that is equal moves along, so that pins do not scatter, and others find what it provides by now.
    const refused = differs(app) ? gate(app, from, to, context) : null;
    if (refused) deferred.push(refused);
    else wanted.set(app, to ?? null);
  }
  const fitting = fittingMoves(present, wanted);
  const held = [...deferred, ...fitting.deferred];
  const moves = movesBetween(present, fitting.pins, history).filter(({ app }) => differs(app));
  const next = nextRelease(target, clock, history, {
    revision: revisionOf(target, selection.all, source.revision, history),
    pins: fitting.pins,
    changed: moves.length > 0,
    emergency: emergencyOf(target, request, clock, !selection.all || deferred.some(runsAhead)),
  });
  return {
    kind: 'promotion',
    environment: target.name,
    upstream: target.upstream,
    emergency: request.emergency,
    next,
    moves,
    waves: next === null ? [] : wavesBetween(present, fitting.pins),
    unchanged: next === null ? [] : [...wanted.keys()].filter((app) => !differs(app)).sort(),
    deferred: [
      ...held.filter(({ app }) => differs(app)),
      ...soaking(fitting.pins, new Set(held.map(({ app }) => app)), context),
    ].sort(byApp),
    warnings: warningsOf(moves),
  };
}

const byApp = (a: Deferred, b: Deferred): number => (a.app < b.app ? -1 : 1);

/** A part of the apps moves beside what is there; where nothing is pinned yet, that is what runs now. */
function revisionOf(
  { name, release }: PromotionTarget,
  all: boolean,
  source: string,
  history: History,
): string {
  if (all || release === null) return source;
  return release.kind === 'pinned' ? release.revision : (history.moments(name)[0]?.pins.revision ?? source);
}

/** The record stays for as long as something may still run that skipped the soak. */
function emergencyOf(
  { release }: PromotionTarget,
  { emergency }: PromotionRequest,
  { today }: Clock,
  stays: boolean,
): Pinned['emergency'] {
  if (emergency !== null) return { reason: emergency, since: today };
  return stays && release?.kind === 'pinned' ? release.emergency : null;
}

const runsAhead = ({ reason }: Deferred): boolean => reason === 'upstream' || reason === 'hotfix';

interface NewPins {
  readonly revision: string;
  readonly pins: ReadonlyMap<string, Pin>;
  readonly changed: boolean;
  readonly emergency: Pinned['emergency'];
}

/** Null where nothing would run differently; the first promotion pins an environment even so. */
function nextRelease(
  { name, release }: PromotionTarget,
  clock: Clock,
  history: History,
  { revision, pins, changed, emergency }: NewPins,
): Pinned | null {
  if (pins.size === 0 || (!changed && release?.kind === 'pinned')) return null;
  const commits = new Map([...pins].map(([app, { commit }]) => [app, commit]));
  return {
    kind: 'pinned',
    ...shortest(name, revision, commits, history),
    hold: release?.kind === 'pinned' ? activeHolds(release.hold, clock.today) : {},
    emergency,
  };
}
