import type { Hold } from '../../definition/release.ts';
import { UsageError } from '../../problem/errors.ts';
import type { Pin } from '../../running/pins.ts';
import type { History, Moment } from '../history.ts';
import { lasting } from './emergencies.ts';
import { fittingMoves } from './fitting.ts';
import { commitAt, commitsIn, identityOver, namesAt } from './identity.ts';
import { movesBetween, wavesBetween } from './moves.ts';
import { activeHolds, shortest } from './next-release.ts';
import { pastOf } from './past.ts';
import { commitsAt, presentPins, presentRevision } from './present-pins.ts';
import type { Deferred, PromotionPlan } from './promotion-plan.ts';
import type { Clock, PlanInput, PromotionTarget } from './request.ts';
import { pinsIn, type Selection, select } from './select.ts';
import { warningsOf } from './warnings.ts';

/** Days for which promotions leave alone what was taken back. */
const restDays = 7;

/** Plans the way back to what ran here before. No gate but that it fits. */
export function planRollback(input: PlanInput, past: string): PromotionPlan {
  const { target, request, history, clock } = input;
  const present = presentPins(target.name, history);
  const layers = layersOf(present, input);
  const selection = select(request, layers);
  const { revision, commits } = wayBack(past, selection, [...layers.keys()], input);
  const then = pinsIn(target.name, commits, history);
  const wanted = new Map<string, Pin | null>();
  const deferred: Deferred[] = [];
  for (const app of commits.keys()) {
    const [from, to] = [present.get(app), then.get(app)];
    if (from?.commit === to?.commit) continue;
    if (from && !to && from.candidate.node.keepsData && !target.retired.includes(app)) {
      const detail = 'it did not run then, and leaving it out would strand its data';
      deferred.push({ app, reason: 'data', detail });
    } else wanted.set(app, to ?? null);
  }
  const fitting = fittingMoves(present, wanted);
  const moves = movesBetween(present, fitting.pins, target.name, history);
  const moved = new Set(moves.map(({ app }) => app));
  const pins = new Map([...fitting.pins].map(([app, { commit }]) => [app, commit]));
  const hold = {
    ...resting([...moved], clock),
    ...(target.release?.kind === 'pinned' ? activeHolds(target.release.hold, clock.today) : {}),
  };
  const emergencies = lasting(target, (app) => fitting.pins.has(app) && !moved.has(app));
  return {
    kind: 'rollback',
    environment: target.name,
    upstream: target.upstream,
    emergency: null,
    next:
      moves.length === 0
        ? null
        : { kind: 'pinned', ...shortest(target.name, revision, pins, history), hold, emergencies },
    moves,
    carried: [],
    waves: moves.length === 0 ? [] : wavesBetween(present, fitting.pins),
    unchanged: moves.length === 0 ? [] : [...wanted.keys()].filter((app) => !moved.has(app)).sort(),
    deferred: [...deferred, ...fitting.deferred],
    warnings: warningsOf(moves),
  };
}

/** Without it, the next promotion would bring the same thing again. */
function resting(apps: readonly string[], clock: Clock): Record<string, Hold> {
  const hold = { reason: 'it was rolled back', until: clock.dayAfter(restDays) };
  return Object.fromEntries([...apps].sort().map((app) => [app, hold]));
}

/** Everything that ever ran here, by the layer that it last had; those are read only where somebody asks for one. */
function layersOf(
  present: ReadonlyMap<string, Pin>,
  { target: { name }, request, history }: PlanInput,
): Map<string, string> {
  const layers = new Map([...present].map(([app, pin]) => [app, pin.candidate.node.layer as string]));
  const moments = history.moments(name);
  history.inputs(name, commitsIn(moments));
  for (const moment of moments) {
    const gone = namesAt(moment, [name], history).filter((app) => !layers.has(app));
    const commits = new Map(gone.map((app) => [app, commitAt(moment, app)]));
    const pins = request.layers.length === 0 ? null : pinsIn(name, commits, history);
    for (const app of gone) layers.set(app, pins?.get(app)?.candidate.node.layer ?? '');
  }
  return layers;
}

interface WayBack {
  readonly revision: string;
  /** Of the apps that are meant; null for one that did not run. */
  readonly commits: ReadonlyMap<string, string | null>;
}

function wayBack(past: string, selection: Selection, names: readonly string[], input: PlanInput): WayBack {
  const { target, history } = input;
  const chosen = names.filter((app) => selection.has(app));
  const revision = presentRevision(target.name, history);
  if (revision === null)
    throw new UsageError(`${target.name} was never released, so there is nothing to go back to`);
  if (past === 'PREVIOUS' && !selection.all)
    return { revision, commits: previousCommits(chosen, selection, input) };
  const moment =
    past === 'PREVIOUS' ? previousRelease(target, history) : momentNamed(past, chosen, selection, input);
  const then = commitsAt(target.name, moment, history);
  return {
    revision: selection.all ? moment.pins.revision : revision,
    commits: new Map(chosen.map((app) => [app, then.get(app) ?? null])),
  };
}

function previousRelease({ name, line }: PromotionTarget, history: History): Moment {
  const [, found] = pastOf(line, history).releases();
  if (found) return found;
  throw new UsageError(`${name} has run nothing else before`);
}

/** What each app ran before what it runs now, whatever others did meanwhile. */
function previousCommits(
  chosen: readonly string[],
  selection: Selection,
  { target: { name, line }, history }: PlanInput,
): Map<string, string | null> {
  const past = pastOf(line, history);
  const found = chosen.flatMap((app): [string, string | null][] => {
    const [, before] = past.commits(app);
    if (before !== undefined) return [[app, before]];
    if (selection.named.has(app)) throw new UsageError(`${name} has run nothing else of ${app} before`);
    return [];
  });
  return new Map(found);
}

/**
 * What ran when something ran from that commit; else what ran when the main branch was there. What the environment went
 * back from is no way back.
 */
function momentNamed(
  name: string,
  chosen: readonly string[],
  selection: Selection,
  { target, history }: PlanInput,
): Moment {
  const commit = history.resolve(name);
  if (commit === null) throw new UsageError(`there is no commit "${name}"`);
  const moments = history.moments(target.name);
  const ran = (moment: Moment): boolean =>
    moment.pins.revision === commit ||
    moment.commit === commit ||
    (!selection.all && chosen.some((app) => commitAt(moment, app) === commit));
  const found =
    moments.find(ran) ?? moments.find((moment) => history.relation(moment.commit, commit) === 'ahead');
  const short = commit.slice(0, 12);
  if (!found) throw new UsageError(`${target.name} was not released yet at ${short}`);
  const past = pastOf(target.line, history);
  const identity = identityOver([target.name], history);
  const then = commitsAt(target.name, found, history);
  const now = commitsAt(target.name, moments[0] ?? found, history);
  const isBack = (app: string): boolean =>
    identity(app, then.get(app) ?? null) === identity(app, now.get(app) ?? null) ||
    past.isBehind(app, then.get(app) ?? null);
  if (selection.all ? past.isRelease(found) : chosen.every(isBack)) return found;
  const hint = 'a promotion brings it again, once its hold has ended';
  throw new UsageError(`${target.name} went back from what it ran at ${short}; ${hint}`);
}
