import { diceOf } from './dice.ts';

/** What may happen in a month, and how often beside the others. */
const weights = {
  // Work of people, by way of branches or at once.
  change: 9,
  branch: 4,
  land: 5,
  revert: 2,
  settings: 4,
  hold: 1,
  freeze: 1,
  clock: 1,
  repair: 1,
  // Promotions.
  hourly: 14,
  explicit: 4,
  rollback: 4,
  emergency: 2,
  hotfix: 2,
  backport: 2,
  copy: 1,
  // What people and accidents do to promotions.
  leave: 2,
  visit: 2,
  stale: 2,
  kill: 2,
  tamper: 5,
  // Environments.
  pin: 2,
  arrive: 1,
  depart: 1,
  rename: 1,
} as const;

export type MonthEventKind = keyof typeof weights;

/**
 * Something that happens, some hours after what happened before. `picks` choose among what there is by then, so that an
 * event still means something when those before it are left out.
 */
export interface MonthEvent {
  readonly kind: MonthEventKind;
  readonly after: number;
  readonly picks: readonly number[];
}

const hours = [0, 0.1, 1, 3, 13, 26, 50, 70, 100];
const kinds = Object.entries(weights).flatMap(([kind, weight]) =>
  Array.from({ length: weight }, () => kind as MonthEventKind),
);

/** Where main is: in this clone alone, on a remote that people open pull requests at, or on a forge with a token. */
export type Place = 'here' | 'remote' | 'forge';

/** A month: where, and what happens. */
export interface MonthPlan {
  readonly place: Place;
  readonly events: readonly MonthEvent[];
}

/** A month that a seed chooses. Where it begins, two environments are pinned. */
export function monthOf(seed: number, length = 18): MonthPlan {
  const dice = diceOf(seed);
  const events = Array.from({ length }, () => ({
    kind: dice.one(kinds),
    after: dice.one(hours),
    picks: [dice.below(1000), dice.below(1000), dice.below(1000)],
  }));
  return { place: dice.one(['here', 'remote', 'forge'] as const), events };
}
