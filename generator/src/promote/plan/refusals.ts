import { commitsOf, type Pinned, type Release } from '../../definition/release.ts';
import { entryOf } from '../../problem/entry-of.ts';
import type { Pin } from '../../running/pins.ts';
import { gate } from './gates.ts';
import { appsAt, commitAt, type IdentityAt, identityOver, namesAt } from './identity.ts';
import { type Offers, offersFor } from './offers.ts';
import { type Past, pastOf } from './past.ts';
import { presentPins } from './present-pins.ts';
import { reasons } from './promotion-plan.ts';
import { everything, type PlanInput } from './request.ts';
import { freezeAt, select } from './select.ts';

/** A move that a release asks for and that must not be made now. */
export interface Refusal {
  readonly app: string;
  readonly detail: string;
}

/** What stands against the release of an environment. */
export interface JudgedRelease {
  readonly environment: string;
  readonly refused: readonly Refusal[];
}

/**
 * Looks at a release that somebody wants to merge, whoever wrote it. Each app must stay what it is, become what can be
 * promoted now, go back to what ran before, have another setting of this environment alone, or be an emergency that the
 * release itself records. The environment and all that is promoted from it count: what no promotion would bring here
 * must not come through here either.
 */
export function refusals(input: PlanInput, proposed: Release | null): Refusal[] {
  const { target, history } = input;
  const recorded = target.release?.kind === 'pinned' ? target.release : null;
  if (proposed === null || proposed.kind === 'following') {
    const detail =
      proposed === null
        ? 'the environment would have no release, and nothing would run'
        : 'the release would follow a branch, and deploy everything on it at once';
    return recorded === null ? [] : [{ app: 'every app', detail }];
  }
  const moments = history.moments(target.name);
  const then = { pins: proposed };
  const names = [...moments.slice(0, 1), then].flatMap((moment) => namesAt(moment, target.line, history));
  const context: Context = {
    input,
    present: presentPins(target.name, history),
    recorded,
    proposed,
    identity: identityOver(target.line, history, commitsOf(proposed)),
    past: pastOf(target.line, history),
    offers: offersOrNone(input),
  };
  const [now] = moments;
  return [
    ...[...new Set(names)].sort().flatMap((app) => {
      const [from, to] = [now ? commitAt(now, app) : null, commitAt(then, app)];
      const detail = refused(app, from, to, context);
      return detail === null ? [] : [{ app, detail }];
    }),
    ...unknownHolds(new Set(names), context),
  ];
}

interface Context {
  readonly input: PlanInput;
  readonly present: ReadonlyMap<string, Pin>;
  readonly recorded: Pinned | null;
  readonly proposed: Pinned;
  readonly identity: IdentityAt;
  readonly past: Past;
  /** Null where nothing can be promoted: there is no upstream, or it runs nothing. */
  readonly offers: Offers | null;
}

/** Why an app may not go from one commit to another; null where it may. */
function refused(app: string, from: string | null, to: string | null, context: Context): string | null {
  const { input, present, identity, offers, past } = context;
  const { target, history, clock } = input;
  if (identity(app, from) === identity(app, to)) return null;
  if (isUrgent(app, context)) return null;
  const offer = offers?.apps.get(app);
  const isOffered = offer !== undefined && identity(app, offer.commit) === identity(app, to);
  const deferred = offers === null ? null : gate(app, present.get(app), gateContext(input, offers));
  if (isOffered && deferred === null) return null;
  if (past.isBehind(app, to)) return null;
  if (isSame(app, from, to, context)) return onlyLater(app, target.upstream);
  if (to !== null && from !== null && history.copied(target.name, to) === from) {
    const freeze = freezeAt(clock.now, target);
    return freeze === null ? null : `${reasons.freeze}: ${freeze}`;
  }
  if (isOffered && deferred !== null) return `${reasons[deferred.reason]}: ${deferred.detail}`;
  return to === null
    ? 'it would be removed, and no promotion removes it'
    : `${to.slice(0, 12)} is not what soaked in ${target.upstream ?? 'upstream'}`;
}

const gateContext = (input: PlanInput, offers: Offers) => ({
  ...input,
  offers,
  selection: select(everything, new Map()),
});

/** Whether it stays what it is here, and would be another one for environments after this one. */
const isSame = (app: string, from: string | null, to: string | null, { input }: Context): boolean => {
  const here = identityOver([input.target.name], input.history);
  return here(app, from) === here(app, to);
};

const onlyLater = (app: string, upstream: string | null): string =>
  `${app} stays as it is here, and brings what has not soaked in ${upstream ?? 'upstream'} to later environments`;

/** Whether the release records an emergency of the app that was not recorded before. */
function isUrgent(app: string, { proposed, recorded }: Context): boolean {
  const known = recorded?.emergencies ?? [];
  return proposed.emergencies.some(
    ({ reason, apps }) =>
      apps.includes(app) && !known.some((other) => other.reason === reason && other.apps.includes(app)),
  );
}

function offersOrNone(input: PlanInput): Offers | null {
  const { upstream } = input.target;
  return upstream === null || input.history.moments(upstream).length === 0 ? null : offersFor(input);
}

/** A hold of an app that nobody knows holds nothing. One that was there before may have outlived its app. */
function unknownHolds(
  names: ReadonlySet<string>,
  { input: { target, history }, proposed, recorded, offers }: Context,
): Refusal[] {
  const known = new Set([
    ...names,
    ...(offers?.apps.keys() ?? []),
    ...appsAt(target.name, history.head, history),
  ]);
  return Object.keys(proposed.hold)
    .filter((app) => !known.has(app) && entryOf(recorded?.hold, app) === undefined)
    .map((app) => ({ app, detail: 'it is held, and there is no such app' }));
}
