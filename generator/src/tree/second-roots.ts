import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Files } from './files.ts';
import type { Keeper, Keepers } from './keepers.ts';
import { renamedRoot } from './renamed-root.ts';
import { environmentOf, isList, type RunningList, readList } from './running-list.ts';

/** What ran before a change, and what runs after it, of one environment. */
interface RootChange {
  readonly name: string;
  /** Null where it is defined no more. */
  readonly keeper: Keeper | null;
  readonly before: RunningList | null;
  readonly after: RunningList | null;
}

/**
 * Roots that would come beside those that are there, with Applications of the same objects, each of which undoes what the
 * other does: an environment whose root gets another name, and one that takes the cluster of another that is removed by
 * the same change. What keeps data is told by `dataLosses`, and of more weight.
 */
export function secondRoots(
  wanted: Files,
  known: ReadonlyMap<string, readonly string[]>,
  keepers: Keepers,
): Problem[] {
  const lists = new Set([...known.keys(), ...[...wanted.keys()].filter(isList)]);
  const changes = [...lists].sort().map((path): RootChange => {
    const name = environmentOf(path);
    return {
      name,
      keeper: keepers.environments.find((environment) => environment.name === name) ?? null,
      before:
        (known.get(path) ?? []).map(readList).find((list) => list !== null && list.apps.size > 0) ?? null,
      after: listIn(wanted.get(path)),
    };
  });
  return [
    ...changes.flatMap((change) => otherRoot(change, keepers)),
    ...changes.flatMap((change) => takenCluster(change, changes)),
  ];
}

const listIn = (text: string | undefined): RunningList | null => {
  const list = text === undefined ? null : readList(text);
  return list !== null && list.apps.size > 0 ? list : null;
};

/** Of stateful apps it is told already that their Applications would be others. */
function otherRoot({ name, keeper, before, after }: RootChange, keepers: Keepers): Problem[] {
  if (!keeper || !before?.root || !after?.root || before.root === after.root) return [];
  if (keeper.moved.root === after.root) return [];
  const isTold = [...before.apps].some(
    ([app, { keepsData, application }]) =>
      keepsData &&
      (application ?? `${before.root}-${app}`) !==
        (after.apps.get(app)?.application ?? `${after.root}-${app}`),
  );
  if (isTold) return [];
  const { location, hint } = renamedRoot(before.root, after.root, keeper, keepers);
  const message = `${name}: its root is ${before.root}, and ${after.root} would come beside it, for the same objects`;
  return [problem('second-root', location, message, hint)];
}

/** `change` is one that comes to a cluster. */
function takenCluster(
  { name, keeper, before, after }: RootChange,
  changes: readonly RootChange[],
): Problem[] {
  if (!keeper || !after || (before !== null && isBeside(before, after))) return [];
  return changes.flatMap((gone) => {
    if (gone.keeper !== null || gone.before === null || !isBeside(gone.before, after)) return [];
    const where = `on the cluster "${after.destination}"`;
    const message = `${gone.name} is removed, what it runs ${where} stays there, and ${name} would come beside it`;
    const hint = `if ${name} is what ${gone.name} was, write formerly: ['${gone.name}']; else merge the removal first, and run what npm run teardown -- ${gone.name} wrote`;
    return [problem('second-root', inside(keeper.location, 'destination.name'), message, hint)];
  });
}

const isBeside = (one: RunningList, other: RunningList): boolean =>
  one.destination !== undefined && one.destination === other.destination && one.argocd === other.argocd;
