import type { Candidate } from '../../candidates/candidate.ts';
import type { Emergency, Hold } from '../../definition/release.ts';
import type { PullRequest } from '../../forge/forge.ts';
import type { EnvironmentModel, Model } from '../../model/model.ts';
import { entryOf } from '../../problem/entry-of.ts';
import type { Pin } from '../../running/pins.ts';
import { promotionBranch } from '../deliver/draft.ts';
import type { AppRange, Change, History, Moment } from '../history.ts';
import { commitAt, commitsIn, identityOver } from '../plan/identity.ts';
import { commitsOfPins } from '../plan/moves.ts';
import { activeHolds } from '../plan/next-release.ts';
import { planPromotion } from '../plan/plan-promotion.ts';
import { presentPins } from '../plan/present-pins.ts';
import type { Carried, Deferred } from '../plan/promotion-plan.ts';
import { type Clock, everything } from '../plan/request.ts';
import { targetOf } from '../plan/target.ts';
import { type Unpromoted, unpromoted } from './unpromoted.ts';

/** An app in an environment. */
export interface AppStatus {
  readonly app: string;
  readonly version: string;
  readonly commit: string;
  /** Seconds since it runs from this commit. */
  readonly age: number;
  /** Commits that changed it, and that run upstream and not here. */
  readonly behind: number;
  /** Why it is not what runs upstream: a pin to something else, settings of its own, or both. */
  readonly differs: readonly ('pin' | 'settings')[];
  readonly hold: Hold | null;
}

/** An environment. */
export interface EnvironmentStatus {
  readonly name: string;
  readonly upstream: string | null;
  /** The commit of the main branch that says all of this. */
  readonly asOf: string;
  /** The branch that it follows, the commit that it is pinned to, or neither. */
  readonly follows: string | null;
  readonly revision: string | null;
  readonly apps: readonly AppStatus[];
  /** What the main branch has for it and no promotion has brought yet. */
  readonly unpromoted: readonly Unpromoted[];
  /** What a promotion of this moment would bring, and why it leaves the rest; null where nothing is promoted to. */
  readonly promotable: Promotable | null;
  /** What runs here and the main branch does not have. */
  readonly lacking: readonly Change[];
  readonly emergencies: readonly Emergency[];
  /** Whether its generated tree is not what the definitions say. */
  readonly drift: boolean;
  readonly pullRequests: readonly PullRequest[];
}

export interface Promotable {
  readonly apps: readonly string[];
  /** Apps that would stay as they are here, and whose commits later environments wait for. */
  readonly carried: readonly Carried[];
  readonly deferred: readonly Deferred[];
}

export interface StatusFacts {
  readonly model: Model;
  readonly history: History;
  readonly clock: Clock;
  /** Environments whose generated tree differs. */
  readonly drifting: ReadonlySet<string>;
  readonly pullRequests: readonly PullRequest[];
}

/** As the tip of the main branch has it: pins and releases of one commit, whatever is checked out. */
export function statusOf(facts: StatusFacts): EnvironmentStatus[] {
  const environments = facts.model.environments.map((environment) => {
    const [now] = facts.history.moments(environment.name);
    return { ...environment, release: now?.release ?? null };
  });
  readTogether(environments, facts.history);
  const asOfMain = { ...facts, model: { ...facts.model, environments } };
  return environments.map((environment) => environmentStatus(environment, asOfMain));
}

/** Each environment is compared with its neighbors and with the main branch: what they run is read once, for all. */
function readTogether(environments: readonly EnvironmentModel[], history: History): void {
  const commitsOf = (names: readonly string[]): string[] =>
    commitsIn(names.flatMap((name) => history.moments(name).slice(0, 1)));
  const names = environments.map(({ name }) => name);
  history.readInputs(names, [history.head, ...commitsOf(names)]);
  for (const { name, release } of environments) {
    const next = environments.filter(({ promotesFrom }) => promotesFrom === name);
    const newest = release?.kind === 'pinned' ? [history.head] : [];
    history.candidates(name, [...newest, ...commitsOf([name, ...next.map((other) => other.name)])]);
  }
}

function environmentStatus(environment: EnvironmentModel, facts: StatusFacts): EnvironmentStatus {
  const { name, release, promotesFrom } = environment;
  const { history, drifting, pullRequests } = facts;
  const pins = presentPins(name, history);
  const lacking = commitsOfPins(pins)
    .filter((commit) => history.relation(history.head, commit) === 'apart')
    .flatMap((commit) => history.lacking(commit, history.head));
  return {
    name,
    upstream: promotesFrom,
    asOf: history.head,
    follows: release?.kind === 'following' ? release.branch : null,
    revision: release?.kind === 'pinned' ? release.revision : null,
    apps: appStatuses(environment, pins, facts),
    unpromoted: release?.kind === 'pinned' ? unpromoted(name, pins, history) : [],
    promotable: promotableTo(environment, facts),
    lacking: [...new Map(lacking.map((change) => [change.commit, change])).values()],
    emergencies: release?.kind === 'pinned' ? release.emergencies : [],
    drift: drifting.has(name),
    pullRequests: pullRequests.filter(({ head }) => head === promotionBranch(name)),
  };
}

function promotableTo(
  environment: EnvironmentModel,
  { model, history, clock }: StatusFacts,
): Promotable | null {
  const target = targetOf(environment, model);
  if (target.release?.kind !== 'pinned' || target.upstream === null) return null;
  if (history.moments(target.upstream).length === 0) return null;
  const plan = planPromotion({ target, history, clock, request: everything, unhealthy: null });
  return { apps: plan.moves.map(({ app }) => app), carried: plan.carried, deferred: plan.deferred };
}

function appStatuses(
  { name, release, promotesFrom }: EnvironmentModel,
  pins: ReadonlyMap<string, Pin>,
  { history, clock }: StatusFacts,
): AppStatus[] {
  const upstream = promotesFrom === null ? new Map<string, Pin>() : presentPins(promotesFrom, history);
  const holds = release?.kind === 'pinned' ? activeHolds(release.hold, clock.today) : {};
  const moments = history.moments(name);
  const asUpstream = identityOver([promotesFrom ?? name], history, commitsOfPins(pins, upstream));
  const inUpstream = history.candidates(promotesFrom ?? name, commitsOfPins(pins));
  const ranges = [...pins].flatMap(([app, { commit: from }]): AppRange[] => {
    const to = upstream.get(app)?.commit;
    // Asked of upstream's own definitions, so that settings do not look like another version.
    return to === undefined || asUpstream(app, from) === asUpstream(app, to) ? [] : [{ app, from, to }];
  });
  const changes = history.changes(name, ranges);
  const behind = new Map(ranges.map(({ app }, i) => [app, changes[i]?.length ?? 0]));
  return [...pins].map(([app, { commit, candidate }]): AppStatus => {
    const bySettings =
      upstream.has(app) && settingsDiffer(candidate, entryOf(inUpstream.get(commit) ?? {}, app));
    return {
      app,
      version: candidate.node.chart.version,
      commit,
      age: Math.max(0, clock.now - since(app, commit, moments)),
      behind: behind.get(app) ?? 0,
      differs: [
        ...(behind.has(app) ? (['pin'] as const) : []),
        ...(bySettings ? (['settings'] as const) : []),
      ],
      hold: entryOf(holds, app) ?? null,
    };
  });
}

/** Whether an app has other settings in an environment than in another, as one and the same commit has them. */
const settingsDiffer = ({ texts: here }: Candidate, there: Candidate | undefined): boolean =>
  here.values !== there?.texts.values || here.companion !== there?.texts.companion;

/** When an environment began to run an app from a commit. Seconds since 1970. */
function since(app: string, commit: string, moments: readonly Moment[]): number {
  let at = moments[0]?.at ?? 0;
  for (const moment of moments) {
    if (commitAt(moment, app) !== commit) break;
    at = moment.at;
  }
  return at;
}
