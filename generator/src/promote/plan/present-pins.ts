import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { commitAt, namesAt, type Pinning } from './identity.ts';
import { pinsIn } from './select.ts';

/** What runs in an environment now: app by app, the commit and what it has of it. */
export function presentPins(environment: string, history: History): Map<string, Pin> {
  const [now] = history.moments(environment);
  return now ? pinsIn(environment, commitsAt(environment, now, history), history) : new Map();
}

/** The commit of each app that ran at a moment. */
export const commitsAt = (
  environment: string,
  moment: Pinning,
  history: History,
): Map<string, string | null> =>
  new Map(namesAt(moment, [environment], history).map((app) => [app, commitAt(moment, app)]));

/** The commit of what has no pin of its own now; null where nothing was released yet. */
export const presentRevision = (environment: string, history: History): string | null =>
  history.moments(environment)[0]?.pins.revision ?? null;
