import type { RunningList } from '../../tree/running-list.ts';

/** Lists of what runs, by environment, as a commit has them. */
export type RunningLists = ReadonlyMap<string, RunningList>;

/** An environment that comes to the cluster of one that is removed. */
export interface Takeover {
  readonly environment: string;
  readonly removed: string;
  readonly cluster: string;
}

/** What a commit does to the environments themselves. */
export interface EnvironmentChanges {
  /** What each was called before, by its name. One with the same root in Argo CD is the same environment. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
  readonly takeovers: readonly Takeover[];
}

/** Compares what runs before a commit and with it. */
export function environmentChanges(before: RunningLists, after: RunningLists): EnvironmentChanges {
  const renamed = new Map(
    [...after].flatMap(([name, { root }]): [string, string][] => {
      const former = [...before].find(([other, list]) => !after.has(other) && list.root === root);
      return former === undefined || before.has(name) || root === undefined ? [] : [[name, former[0]]];
    }),
  );
  const stays = new Set([...after.keys(), ...renamed.values()]);
  const removed = [...before.keys()].filter((name) => !stays.has(name));
  const takeovers = [...after].flatMap(([environment, list]) => {
    const was = before.get(renamed.get(environment) ?? environment);
    if (list.apps.size === 0 || (was !== undefined && was.apps.size > 0 && isBeside(was, list))) return [];
    return removed
      .filter((name) => isOccupied(before.get(name), list))
      .map((name): Takeover => ({ environment, removed: name, cluster: list.destination ?? '' }));
  });
  return { renamed, removed, takeovers };
}

const isBeside = (one: RunningList, other: RunningList): boolean =>
  one.destination === other.destination && one.argocd === other.argocd;

const isOccupied = (removed: RunningList | undefined, list: RunningList): boolean =>
  removed !== undefined && removed.apps.size > 0 && isBeside(removed, list);
