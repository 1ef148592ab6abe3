import { UsageError } from '../../problem/errors.ts';
import type { History, Moment } from '../history.ts';
import type { PlanInput, PromotionRequest, PromotionTarget } from './request.ts';
import { pinnedAt } from './soak.ts';

/** Where a promotion takes its commits from. */
export interface PromotionSource {
  /** Commit that becomes the revision when everything is promoted. */
  readonly revision: string;
  /** Commit by app; null for an app that would go. Apps that are not in it stay as they are. */
  readonly commits: ReadonlyMap<string, string | null>;
  /** Its place in upstream's history; null where there is none to wait for. */
  readonly index: number | null;
}

/** The newest moment of upstream that is old enough, or what was requested instead of it. */
export function sourceOf({ target, request, history, clock }: PlanInput): PromotionSource {
  if (request.emergency !== null) {
    const revision = request.revision === null ? history.head : resolved(request.revision, history);
    return { revision, commits: everything(target.name, revision, history), index: null };
  }
  if (target.upstream === null) {
    const hint = 'its release.yaml says what runs; --emergency REASON promotes all the same';
    throw new UsageError(`${target.name} takes promotions from no other environment: ${hint}`);
  }
  const moments = history.moments(target.upstream);
  if (moments.length === 0)
    throw new UsageError(`${target.upstream} was never released, so nothing has run there`);
  const index = indexOf(moments, target, request, history, clock.now);
  const moment = moments[index];
  if (!moment) throw new UsageError(`${target.upstream} has not run anything yet`);
  return {
    revision: moment.pins.revision,
    commits: proposed(target, target.upstream, moment, history),
    index,
  };
}

function indexOf(
  moments: readonly Moment[],
  target: PromotionTarget,
  request: PromotionRequest,
  history: History,
  now: number,
): number {
  if (request.revision !== null) {
    const commit = resolved(request.revision, history);
    const found = moments.findIndex((moment) => moment.commit === commit || moment.pins.revision === commit);
    if (found >= 0) return found;
    const what = `${target.upstream} never ran ${commit.slice(0, 12)}`;
    throw new UsageError(`${what}; what it ran is what can be promoted, or --emergency REASON`);
  }
  const found = moments.findIndex(({ at }) => now - at >= target.soak);
  // Nothing is old enough: then the oldest shows what is waited for.
  return found >= 0 ? found : moments.length - 1;
}

function resolved(name: string, history: History): string {
  const commit = history.resolve(name);
  if (commit === null) throw new UsageError(`there is no commit "${name}"`);
  return commit;
}

function everything(environment: string, commit: string, history: History): Map<string, string | null> {
  const now = history.moments(environment)[0];
  const running = now ? pinnedAt(environment, now, history) : new Map<string, string>();
  const there = history.apps(environment, commit);
  const gone = [...running.keys()].filter((app) => !there.includes(app));
  return new Map([...there.map((app) => [app, commit] as const), ...gone.map((app) => [app, null] as const)]);
}

/** What upstream ran, and from its revision what only this environment has. */
function proposed(
  target: PromotionTarget,
  upstream: string,
  moment: Moment,
  history: History,
): Map<string, string | null> {
  const there = pinnedAt(upstream, moment, history);
  const knownThere = history.apps(upstream, moment.pins.revision);
  const commits = everything(target.name, moment.pins.revision, history);
  for (const app of [...commits.keys()]) if (knownThere.includes(app) && !there.has(app)) commits.delete(app);
  for (const [app, commit] of there) {
    if (history.apps(target.name, commit).includes(app)) commits.set(app, commit);
  }
  return commits;
}
