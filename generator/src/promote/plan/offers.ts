import { UsageError } from '../../problem/errors.ts';
import type { History, Moment } from '../history.ts';
import { appsAt, commitAt, commitsIn, identityOver, namesAt } from './identity.ts';
import { presentRevision } from './present-pins.ts';
import type { PlanInput, PromotionRequest } from './request.ts';
import { unbroken, within } from './soak.ts';

/** What an environment could run of an app. */
export interface Offer {
  /** Null for an app that would go. */
  readonly commit: string | null;
  /** Seconds that upstream has run it without a break, until now; null where nothing is waited for. */
  readonly seconds: number | null;
  /** Whether upstream runs something else by now. */
  readonly replaced: boolean;
}

/** What can be promoted, be it now or later. */
export interface Offers {
  /** Commit that becomes the revision when everything is promoted. */
  readonly revision: string;
  /** By app, of all that upstream, the environment or a later one has. */
  readonly apps: ReadonlyMap<string, Offer>;
}

/**
 * The one answer to what may run in an environment: what upstream runs now, by its inputs in both and in all that is
 * promoted from here, and for how long it has. Commits are those of the newest moment that is as old as the soak: what has
 * soaked was the same there.
 */
export function offersFor(input: PlanInput): Offers {
  const { target, request, history, clock } = input;
  if (request.emergency !== null) return urgentOffers(input);
  if (target.upstream === null) {
    const hint = 'its release.yaml says what runs; --emergency REASON promotes all the same';
    throw new UsageError(`${target.name} takes promotions from no other environment: ${hint}`);
  }
  const moments = history.moments(target.upstream);
  const [present] = moments;
  if (!present) throw new UsageError(`${target.upstream} was never released, so nothing has run there`);
  const limits = { now: clock.now, enough: target.soak };
  const recent = within(moments, limits);
  const source =
    request.revision === null ? (recent.at(-1) ?? present) : momentOf(request.revision, moments, input);
  const environments = [target.upstream, ...target.line];
  const identity = identityOver(environments, history, commitsIn([...recent, source]));
  const here = identityOver(target.line, history);
  const names = new Set([present, source].flatMap((moment) => namesAt(moment, environments, history)));
  for (const app of running(target.name, history)) names.add(app);
  const offers = [...names].sort().flatMap((app): [string, Offer][] => {
    const at = (moment: Moment): string | null => identity(app, commitAt(moment, app));
    const seconds = unbroken(recent, at, limits);
    // What has soaked was the same at the source; of what has not, the newest is shown.
    const commit = commitAt(seconds < target.soak ? present : source, app);
    // Older than the environment itself, it says nothing of what would run here, removals included.
    if (commit !== null && !isDefinedAt(commit, input)) return [];
    const isThere = here(app, commit) !== null;
    const replaced = seconds >= target.soak && at(source) !== at(present);
    return [[app, { commit: isThere ? commit : null, seconds, replaced }]];
  });
  const apps = new Map(offers);
  return { revision: revisionOf(source, apps, input), apps };
}

/** What upstream has as its revision, unless that is older than the environment itself: then one of those that are not. */
function revisionOf({ pins }: Moment, apps: Offers['apps'], input: PlanInput): string {
  if (isDefinedAt(pins.revision, input)) return pins.revision;
  const [offered] = [...apps.values()].flatMap(({ commit }) => commit ?? []);
  return presentRevision(input.target.name, input.history) ?? offered ?? pins.revision;
}

const isDefinedAt = (commit: string, { target, history }: PlanInput): boolean =>
  appsAt(target.name, commit, history).length > 0;

/** Everything that a commit has, whoever ran it. */
function urgentOffers({ target, request, history }: PlanInput): Offers {
  const revision = request.revision === null ? history.head : resolved(request.revision, history);
  const there = new Set(appsAt(target.name, revision, history));
  const names = [...new Set([...there, ...running(target.name, history)])].sort();
  return {
    revision,
    apps: new Map(
      names.map((app) => [app, { commit: there.has(app) ? revision : null, seconds: null, replaced: false }]),
    ),
  };
}

function running(environment: string, history: History): string[] {
  const [now] = history.moments(environment);
  return now ? namesAt(now, [environment], history) : [];
}

function momentOf(
  revision: NonNullable<PromotionRequest['revision']>,
  moments: readonly Moment[],
  { target, history }: PlanInput,
): Moment {
  const commit = resolved(revision, history);
  const found = moments.find((moment) => moment.commit === commit || moment.pins.revision === commit);
  if (found) return found;
  const what = `${target.upstream} never ran ${commit.slice(0, 12)}`;
  throw new UsageError(`${what}; what it ran is what can be promoted, or --emergency REASON`);
}

function resolved(name: string, history: History): string {
  const commit = history.resolve(name);
  if (commit === null) throw new UsageError(`there is no commit "${name}"`);
  return commit;
}
