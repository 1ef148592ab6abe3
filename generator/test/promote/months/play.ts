import * as accidents from './accidents.ts';
import * as environmentChanges from './environment-changes.ts';
import { Month } from './month.ts';
import type { MonthEventKind, MonthPlan } from './month-events.ts';
import * as people from './people.ts';
import * as promotions from './promotions.ts';
import { settle } from './settle.ts';
import { tamper } from './tampering.ts';

type Happening = (month: Month, picks: readonly [number, number, number]) => Promise<void>;

const { change, branch, land, revert, settings, hold, freeze, clock, repair } = people;
const { hourly, explicit, rollback, emergency, hotfix, backport, copy, leave } = promotions;
const { visit, stale, kill, nothingIsLost } = accidents;
const { pin, arrive, depart, rename } = environmentChanges;

const happenings: Readonly<Record<MonthEventKind, Happening>> = {
  change: (month, picks) => change(month, picks),
  ...{ branch, land, revert, settings, hold, freeze, clock, repair },
  ...{ hourly, explicit, rollback, emergency, hotfix, backport, copy },
  ...{ leave, visit, stale, kill, tamper },
  ...{ pin, arrive, depart, rename },
};

/** What came of a month. */
export interface MonthResult {
  /** What did not hold, in the order in which it was seen. */
  readonly breaches: readonly string[];
  /** How often what happened. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Plays a month, and looks at the repository after every event. Stops at the first breach where `first` says so. */
export async function play({ place, events }: MonthPlan, { first = false } = {}): Promise<MonthResult> {
  const month = await Month.begin(place);
  const { breaches } = month.invariants;
  try {
    for (const [i, event] of events.entries()) {
      month.world.now += Math.round(event.after * 3600);
      const [one = 0, two = 0, three = 0] = event.picks;
      const before = breaches.length;
      await happenings[event.kind](month, [one, two, three]);
      month.count(event.kind);
      nothingIsLost(month);
      for (let at = before; at < breaches.length; at++) breaches[at] = `${i} ${event.kind}: ${breaches[at]}`;
      if (first && breaches.length > 0) return { breaches, counts: month.counts };
    }
    const before = breaches.length;
    await settle(month);
    for (let at = before; at < breaches.length; at++) breaches[at] = `settle: ${breaches[at]}`;
  } catch (error) {
    const { name, message } = error as Error;
    breaches.push(`crash: ${name}: ${message}`);
    if (process.env.MONTH_TRACE) console.error(error);
  } finally {
    month.end();
  }
  return { breaches, counts: month.counts };
}
