import type { Emergency, Pinned } from '../../definition/release.ts';
import type { Pin } from '../../running/pins.ts';
import { lasting } from './emergencies.ts';
import { fittingMoves } from './fitting.ts';
import { type GateContext, gate } from './gates.ts';
import { type IdentityAt, identityOver } from './identity.ts';
import { carriedBetween, commitsOfPins, movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import { type Offer, offersFor } from './offers.ts';
import { presentPins, presentRevision } from './present-pins.ts';
import type { Carried, Deferred, Move, PromotionPlan } from './promotion-plan.ts';
import type { PlanInput } from './request.ts';
import { pinsIn, select } from './select.ts';
import { warningsOf } from './warnings.ts';

/** Plans a promotion: what would move, what would not and why, and the release that says so. */
export function planPromotion(input: PlanInput): PromotionPlan {
  const { target, request, history } = input;
  const offers = offersFor(input);
  const present = presentPins(target.name, history);
  const offered = new Map([...offers.apps].map(([app, { commit }]) => [app, commit]));
  const proposed = pinsIn(target.name, offered, history);
  const layers = new Map([...present, ...proposed].map(([app, pin]) => [app, pin.candidate.node.layer]));
  const selection = select(request, layers);
  const context: GateContext = { ...input, selection, offers };
  // What did not soak must go no further than where it cannot wait.
  const line = request.emergency === null ? target.line : [target.name];
  const identity = identityOver(line, history, commitsOfPins(present, proposed));
  const before = presentRevision(target.name, history);
  const judged = [...offers.apps]
    .filter(([app]) => selection.has(app))
    .map(([app, offer]) => judge(app, offer, { present, proposed, identity, before }, context));
  const refused = judged.flatMap(({ refused }) => refused ?? []);
  const wanted = new Map(judged.flatMap(({ app, to }) => (to === undefined ? [] : [[app, to] as const])));
  const fitting = fittingMoves(present, wanted);
  // What runs only in later environments has no pin of its own here: it comes with the revision, or not at all.
  const elsewhere = judged.filter(({ app }) => !present.has(app) && !proposed.has(app));
  const isWhole =
    selection.all && request.emergency === null && elsewhere.every(({ refused }) => refused === null);
  const brings = isWhole && elsewhere.some(({ differs }) => differs);
  const revision = revisionFor(context, { isWhole, brings, before }, fitting.pins);
  const moves = movesBetween(present, fitting.pins, target.name, history);
  const carried = [
    ...carriedBetween(present, fitting.pins, target.line, history),
    ...(brings
      ? elsewhere.flatMap(({ app, differs }) => (differs ? [{ app, to: target.line.slice(1) }] : []))
      : []),
  ];
  const emergencies = emergenciesAfter(context, moves, fitting.pins, identity);
  const next = nextRelease(context, { revision, present, pins: fitting.pins, moves, carried, emergencies });
  return {
    kind: 'promotion',
    environment: target.name,
    upstream: target.upstream,
    emergency: request.emergency,
    next,
    moves: next === null ? [] : moves,
    carried: next === null ? [] : carried,
    waves: next === null ? [] : wavesBetween(present, fitting.pins),
    unchanged: next === null ? [] : unchangedIn(present, fitting.pins, moves, carried),
    deferred: [...refused, ...fitting.deferred].sort((a, b) => (a.app < b.app ? -1 : 1)),
    warnings: warningsOf(moves),
  };
}

interface Sides {
  readonly present: ReadonlyMap<string, Pin>;
  readonly proposed: ReadonlyMap<string, Pin>;
  readonly identity: IdentityAt;
  /** The revision that runs now. */
  readonly before: string | null;
}

interface JudgedMove {
  readonly app: string;
  /** Where it would run from; null where it would go, undefined where its pin stays. */
  readonly to: Pin | null | undefined;
  readonly differs: boolean;
  readonly refused: Deferred | null;
}

function judge(app: string, offer: Offer, sides: Sides, context: GateContext): JudgedMove {
  const [from, to] = [sides.present.get(app), sides.proposed.get(app)];
  const { history } = context;
  const runs = from ?? to;
  const here = runs ? (from?.commit ?? null) : sides.before;
  const differs = sides.identity(app, here) !== sides.identity(app, offer.commit) || (from && !to) === true;
  const stays = { app, to: undefined, differs };
  if (!differs) {
    // One that is equal moves along, so that pins do not scatter, and others find what it provides by now.
    const relation = from && to ? history.relation(from.commit, to.commit) : 'same';
    const stands =
      context.request.emergency !== null ||
      relation === 'same' ||
      (relation === 'behind' && context.target.release?.kind === 'pinned');
    return stands ? { ...stays, refused: null } : { app, to, differs, refused: null };
  }
  if (sides.identity(app, here) === null && offer.commit === null) return { ...stays, refused: null };
  const refused = gate(app, from, context);
  if (refused) return { ...stays, refused };
  return { app, to: runs ? (to ?? null) : undefined, differs, refused: null };
}

/** The one of which fewer apps differ; but what runs only in later environments comes with a revision alone. */
function revisionFor(
  { target: { name }, history, offers }: GateContext,
  { isWhole, brings, before }: { isWhole: boolean; brings: boolean; before: string | null },
  pins: ReadonlyMap<string, Pin>,
): string {
  if (before === null || brings) return offers.revision;
  if (!isWhole) return before;
  const commits = new Map([...pins].map(([app, { commit }]) => [app, commit]));
  const [older, newer] = [before, offers.revision].map(
    (revision) => Object.keys(shortest(name, revision, commits, history).apps).length,
  );
  return (older ?? 0) < (newer ?? 0) ? before : offers.revision;
}

/** The records stay for as long as something runs that skipped the soak. */
function emergenciesAfter(
  { target, request, clock, offers }: GateContext,
  moves: readonly Move[],
  pins: ReadonlyMap<string, Pin>,
  identity: IdentityAt,
): Emergency[] {
  const moved = new Set(moves.map(({ app }) => app));
  const hasSoaked = (app: string): boolean => {
    const offer = offers.apps.get(app);
    if (!offer || offer.seconds === null || offer.seconds < target.soak || offer.replaced) return false;
    return identity(app, offer.commit) === identity(app, pins.get(app)?.commit ?? null);
  };
  const older = lasting(target, (app) => pins.has(app) && !moved.has(app) && !hasSoaked(app));
  if (request.emergency === null || moved.size === 0) return older;
  return [...older, { reason: request.emergency, since: clock.today, apps: [...moved].sort() }];
}

interface NewPins {
  readonly revision: string;
  readonly present: ReadonlyMap<string, Pin>;
  readonly pins: ReadonlyMap<string, Pin>;
  readonly moves: readonly Move[];
  readonly carried: readonly Carried[];
  readonly emergencies: readonly Emergency[];
}

/** Null where nothing would run differently; the first promotion pins an environment even so. */
function nextRelease(
  { target: { name, release }, history, clock }: GateContext,
  { revision, present, pins, moves, carried, emergencies }: NewPins,
): Pinned | null {
  // Off a hotfix, once the main branch has it: the environment then runs nothing that is its own.
  const comesBack = [...pins].some(([app, { commit }]) => {
    const from = present.get(app)?.commit;
    return from !== undefined && from !== commit && history.relation(from, commit) === 'apart';
  });
  const changes = moves.length + carried.length > 0 || comesBack;
  if (pins.size === 0 || (!changes && release?.kind === 'pinned')) return null;
  const commits = new Map([...pins].map(([app, { commit }]) => [app, commit]));
  return {
    kind: 'pinned',
    ...shortest(name, revision, commits, history),
    hold: release?.kind === 'pinned' ? activeHolds(release.hold, clock.today) : {},
    emergencies,
  };
}

function unchangedIn(
  present: ReadonlyMap<string, Pin>,
  pins: ReadonlyMap<string, Pin>,
  moves: readonly Move[],
  carried: readonly Carried[],
): string[] {
  const named = new Set([...moves, ...carried].map(({ app }) => app));
  return [...pins]
    .filter(([app, { commit }]) => !named.has(app) && present.get(app)?.commit !== commit)
    .map(([app]) => app)
    .sort();
}
