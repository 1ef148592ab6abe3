import { environmentOf, runningList } from './running-list.ts';

/** An environment by all the names that it ever had. */
interface Renamed {
  readonly name: string;
  readonly formerly: readonly string[];
}

/** Lists of what runs, by path: those of an environment that was renamed are its own, and older than what it has now. */
export function asNamedNow(
  known: ReadonlyMap<string, readonly string[]>,
  environments: readonly Renamed[],
): Map<string, readonly string[]> {
  const names = new Map(
    environments.flatMap(({ name, formerly }) => formerly.map((former) => [former, name] as const)),
  );
  const lists = new Map<string, readonly string[]>();
  for (const isFormer of [true, false]) {
    for (const [path, texts] of known) {
      const name = names.get(environmentOf(path));
      if ((name !== undefined) !== isFormer) continue;
      const now = name === undefined ? path : runningList(name);
      lists.set(now, [...new Set([...(lists.get(now) ?? []), ...texts])]);
    }
  }
  return lists;
}
