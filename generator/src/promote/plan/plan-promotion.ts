import type { Pinned } from '../../definition/release.ts';
import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { fittingMoves } from './fitting.ts';
import { type Court, gate } from './gates.ts';
import { movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import type { Left, PromotionPlan } from './promotion.ts';
import type { Clock, Sickness, Target, Wish } from './request.ts';
import { pinsIn, select } from './select.ts';
import { inputsOf, pinnedAt } from './soak.ts';
import { soaking } from './soaking.ts';
import { sourceOf } from './source.ts';
import { warningsOf } from './warnings.ts';

/** What runs in an environment now: app by app, the commit and what it has of it. */
export function presentPins(environment: string, history: History): Map<string, Pin> {
  const [now] = history.moments(environment);
  return now ? pinsIn(environment, pinnedAt(environment, now, history), history) : new Map();
}

/** Plans a promotion: what would move, what would not and why, and the release that says so. */
export function planPromotion(
  target: Target,
  wish: Wish,
  history: History,
  clock: Clock,
  sickness: Sickness,
): PromotionPlan {
  const source = sourceOf(target, wish, history, clock.now);
  const present = presentPins(target.name, history);
  const proposed = pinsIn(target.name, source.commits, history);
  const known = new Map([...present, ...proposed].map(([app, pin]) => [app, pin.candidate.node.layer]));
  const selection = select(wish, known);
  const upstream =
    source.index === null || target.upstream === null
      ? null
      : {
          moments: history.moments(target.upstream),
          index: source.index,
          inputs: inputsOf(target.upstream, history),
        };
  const court: Court = { target, wish, selection, history, clock, sickness, upstream };
  const wanted = new Map<string, Pin | null>();
  const left: Left[] = [];
  const differs = differing(target.name, present, proposed, history);
  for (const app of source.commits.keys()) {
    const [from, to] = [present.get(app), proposed.get(app)];
    if (!selection.has(app) || from?.commit === to?.commit) continue;
    // One that is equal moves along, so that pins do not scatter, and others find what it provides by now.
    const refused = differs(app) ? gate(app, from, to, court) : null;
    if (refused) left.push(refused);
    else wanted.set(app, to ?? null);
  }
  const fitting = fittingMoves(present, wanted);
  const moves = movesBetween(present, fitting.pins, history).filter(({ app }) => differs(app));
  const next = nextRelease(target, clock, history, {
    revision: revisionOf(target, selection.all, source.revision, history),
    pins: fitting.pins,
    changed: moves.length > 0,
    emergency: emergencyOf(target, wish, clock, !selection.all || left.some(runsAhead)),
  });
  return {
    kind: 'promotion',
    environment: target.name,
    upstream: target.upstream,
    emergency: wish.emergency,
    next,
    moves,
    waves: next === null ? [] : wavesBetween(present, fitting.pins),
    unchanged: next === null ? [] : [...wanted.keys()].filter((app) => !differs(app)).sort(),
    left: [
      ...[...left, ...fitting.left].filter(({ app }) => differs(app)),
      ...soaking(fitting.pins, new Set([...left, ...fitting.left].map(({ app }) => app)), court),
    ].sort(byApp),
    warnings: warningsOf(moves),
  };
}

const byApp = (a: Left, b: Left): number => (a.app < b.app ? -1 : 1);

/** Whether an app's input differs between two sets of pins. */
export function differing(
  environment: string,
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
  history: History,
): (app: string) => boolean {
  const apps = [...new Set([...before.keys(), ...after.keys()])];
  const words = (pins: ReadonlyMap<string, Pin>): (string | null)[] => {
    const known = apps.flatMap((app) => {
      const pin = pins.get(app);
      return pin ? [{ app, commit: pin.commit }] : [];
    });
    const found = new Map(history.inputs(environment, known).map((word, i) => [known[i]?.app, word]));
    return apps.map((app) => found.get(app) ?? null);
  };
  const [were, are] = [words(before), words(after)];
  const differ = new Set(apps.filter((_, i) => were[i] !== are[i]));
  return (app) => differ.has(app);
}

/** A part of the apps moves beside what is there; where nothing is pinned yet, that is what runs now. */
function revisionOf({ name, release }: Target, all: boolean, source: string, history: History): string {
  if (all || release === null) return source;
  return release.kind === 'pinned' ? release.revision : (history.moments(name)[0]?.pins.revision ?? source);
}

/** The record stays for as long as something may still run that did not wait its turn. */
function emergencyOf(
  { release }: Target,
  { emergency }: Wish,
  { today }: Clock,
  stays: boolean,
): Pinned['emergency'] {
  if (emergency !== null) return { reason: emergency, since: today };
  return stays && release?.kind === 'pinned' ? release.emergency : null;
}

const runsAhead = ({ reason }: Left): boolean => reason === 'upstream' || reason === 'hotfix';

interface Outcome {
  readonly revision: string;
  readonly pins: ReadonlyMap<string, Pin>;
  readonly changed: boolean;
  readonly emergency: Pinned['emergency'];
}

/** Null where nothing would run differently; the first promotion pins an environment even so. */
function nextRelease(
  { name, release }: Target,
  clock: Clock,
  history: History,
  { revision, pins, changed, emergency }: Outcome,
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
