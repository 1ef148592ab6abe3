import { conflictsIn } from '../../running/conflicts.ts';
import type { Pin } from '../../running/pins.ts';
import type { Deferred } from './promotion-plan.ts';

/** What fits together: the pins that remain, and the moves that had to be given up for it. */
export interface Fit {
  readonly pins: ReadonlyMap<string, Pin>;
  readonly deferred: readonly Deferred[];
}

/**
 * Makes the wanted moves, but for those that would not work beside what stays where it is. One that reads what does not
 * come is given up before the one that it reads from.
 */
export function fittingMoves(
  present: ReadonlyMap<string, Pin>,
  wanted: ReadonlyMap<string, Pin | null>,
): Fit {
  const moves = new Map(wanted);
  const deferred: Deferred[] = [];
  for (;;) {
    const pins = new Map(present);
    for (const [app, pin] of moves) {
      if (pin) pins.set(app, pin);
      else pins.delete(app);
    }
    const conflicts = conflictsIn([...pins.values()]);
    const found = conflicts
      .map((conflict) => ({
        ...conflict,
        blamed: [conflict.app, conflict.other].find((app) => moves.has(app)),
      }))
      .find(({ blamed }) => blamed !== undefined);
    if (found?.blamed === undefined) return { pins, deferred };
    moves.delete(found.blamed);
    deferred.push({ app: found.blamed, reason: 'needs', detail: found.message });
  }
}
