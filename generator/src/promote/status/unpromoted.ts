import type { Pin } from '../../running/pins.ts';
import { changesOf, versionOf } from '../describe/words.ts';
import type { History } from '../history.ts';
import { appsAt } from '../plan/identity.ts';
import { movesBetween } from '../plan/moves.ts';
import { pinsIn } from '../plan/select.ts';

/** An app whose candidate on the main branch is not what runs. */
export interface Unpromoted {
  readonly app: string;
  /** As `1.2.0 → 1.3.0`, `new: 1.3.0` or `removed`. */
  readonly version: string;
  readonly changes: readonly string[];
}

/** What the newest commit of the main branch would change in a pinned environment. */
export function unpromoted(
  environment: string,
  present: ReadonlyMap<string, Pin>,
  history: History,
): Unpromoted[] {
  const { head } = history;
  const newest = new Map(appsAt(environment, head, history).map((app) => [app, head]));
  const candidates = pinsIn(environment, newest, history);
  return movesBetween(present, candidates, environment, history).map((move) => ({
    app: move.app,
    version: versionOf(move),
    changes: changesOf(move),
  }));
}
