import { waves } from '../../plan/waves.ts';
import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import { identityOver } from './identity.ts';
import type { Carried, Move, WaveChange } from './promotion-plan.ts';

/** The apps that an environment would render from something else, sorted by name. */
export function movesBetween(
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
  environment: string,
  history: History,
): Move[] {
  const identity = identityOver([environment], history, commitsOfPins(before, after));
  return namesIn(before, after).flatMap((app): Move[] => {
    const [from = null, to = null] = [before.get(app), after.get(app)];
    if (identity(app, from?.commit ?? null) === identity(app, to?.commit ?? null)) return [];
    const back = from !== null && to !== null && history.relation(from.commit, to.commit) === 'behind';
    return [{ app, from, to, back }];
  });
}

/**
 * The apps that stay as they are here, and whose new commit is another one for environments that are promoted from here.
 * @param line the environment, and those after it
 */
export function carriedBetween(
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
  [environment = '', ...later]: readonly string[],
  history: History,
): Carried[] {
  const commits = commitsOfPins(before, after);
  const differs = (app: string, name: string): boolean => {
    const identity = identityOver([name], history, commits);
    return identity(app, before.get(app)?.commit ?? null) !== identity(app, after.get(app)?.commit ?? null);
  };
  return namesIn(before, after).flatMap((app): Carried[] => {
    if (!before.has(app) || !after.has(app) || differs(app, environment)) return [];
    const to = later.filter((name) => differs(app, name));
    return to.length === 0 ? [] : [{ app, to }];
  });
}

/** Each once. */
export const commitsOfPins = (...pins: readonly ReadonlyMap<string, Pin>[]): string[] => [
  ...new Set(pins.flatMap((some) => [...some.values()].map(({ commit }) => commit))),
];

const namesIn = (before: ReadonlyMap<string, Pin>, after: ReadonlyMap<string, Pin>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].sort();

/** The apps that run before and after, in another wave, sorted by name. */
export function wavesBetween(
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
): WaveChange[] {
  const [were, are] = [before, after].map((pins) =>
    waves([...pins.values()].map(({ candidate }) => candidate.node)),
  );
  return [...before.keys()].sort().flatMap((app) => {
    const [from, to] = [were?.get(app), are?.get(app)];
    return from === undefined || to === undefined || from === to ? [] : [{ app, from, to }];
  });
}
