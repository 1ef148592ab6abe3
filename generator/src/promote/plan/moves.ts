import { waves } from '../../plan/waves.ts';
import type { Pin } from '../../running/pins.ts';
import type { History } from '../history.ts';
import type { Move, WaveChange } from './promotion-plan.ts';

/** The apps whose pins differ, sorted by name. */
export function movesBetween(
  before: ReadonlyMap<string, Pin>,
  after: ReadonlyMap<string, Pin>,
  history: History,
): Move[] {
  const apps = [...new Set([...before.keys(), ...after.keys()])].sort();
  return apps.flatMap((app): Move[] => {
    const [from = null, to = null] = [before.get(app), after.get(app)];
    if (from?.commit === to?.commit) return [];
    const back = from !== null && to !== null && history.relation(from.commit, to.commit) === 'behind';
    return [{ app, from, to, back }];
  });
}

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
