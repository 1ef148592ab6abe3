import { type Problem, problem } from '../problem/problem.ts';
import { dataMoved } from './data-moved.ts';
import { dataRemoved } from './data-removed.ts';
import type { Files } from './files.ts';
import type { Keepers } from './keepers.ts';
import { environmentOf, type RunningList, readList } from './running-list.ts';

/**
 * What stateful apps would lose. `known` has the lists of what runs, each first as committed and then as it lies in the
 * tree, so that emptying the folder hides nothing; what they say is held against the wanted ones.
 */
export function dataLosses(
  wanted: Files,
  known: ReadonlyMap<string, readonly string[]>,
  keepers: Keepers,
): Problem[] {
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, texts]) => {
      const lists = texts.map(readList).filter((list) => list !== null);
      if (lists.length === 0) return [unreadable(path)];
      const name = environmentOf(path);
      const keeper = keepers.environments.find((environment) => environment.name === name) ?? null;
      const text = wanted.get(path);
      const next = (text === undefined ? null : readList(text)) ?? nothing;
      const removed = dataRemoved({ name, path, keeper, next }, lists, keepers.platform.retired);
      return keeper === null ? removed : [...removed, ...dataMoved(lists, next, keeper, keepers)];
    });
}

const nothing: RunningList = { sample: false, formerly: [], buckets: {}, apps: new Map() };

/** Nobody knows what would be lost. */
function unreadable(path: string): Problem {
  const message = 'it cannot be read, so nobody knows which stateful apps run';
  return problem('data-removed', { file: path }, message, `restore it: git checkout HEAD -- ${path}`);
}
