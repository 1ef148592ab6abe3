import type { History } from '../history.ts';
import type { Pin } from '../pins/compose.ts';
import type { Move } from './promotion.ts';

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
