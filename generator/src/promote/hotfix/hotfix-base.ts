import { UsageError } from '../../problem/errors.ts';
import { didYouMean } from '../../problem/nearest.ts';
import type { History } from '../history.ts';
import { pinnedRelease } from '../plan/pinned-release.ts';
import type { PromotionTarget } from '../plan/request.ts';

/** Where a hotfix starts. */
export interface HotfixBase {
  readonly commit: string;
  /** Apps that run from it. */
  readonly apps: readonly string[];
  /** Apps that run from other commits, by commit: their hotfixes start there. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** Apps by the commit that they run from; `pins` has the commit of each. */
const byCommit = (pins: ReadonlyMap<string, string>): Map<string, string[]> => {
  const apps = [...pins.keys()].sort();
  return Map.groupBy(apps, (app) => pins.get(app) ?? '');
};

/**
 * The commit that an app runs from; where none is named, the one that the release says everything runs from, or else
 * most do.
 * @throws UsageError where nothing is pinned, or there is no such app
 */
export function hotfixBase(
  target: PromotionTarget,
  pins: ReadonlyMap<string, string>,
  app: string | null,
): HotfixBase {
  refuseFollowing(target);
  if (app !== null && !pins.has(app))
    throw new UsageError(`${target.name} runs no app "${app}": ${didYouMean(app, pins.keys())}`);
  const groups = byCommit(pins);
  const { revision } = pinnedRelease(target);
  const [most = revision] = [...groups].sort(([, a], [, b]) => b.length - a.length).map(([commit]) => commit);
  const commit = (app === null ? undefined : pins.get(app)) ?? (groups.has(revision) ? revision : most);
  const apps = groups.get(commit) ?? [];
  groups.delete(commit);
  return { commit, apps, others: groups };
}

function refuseFollowing({ name, release }: PromotionTarget): void {
  if (release?.kind === 'pinned') return;
  if (release === null) throw new UsageError(`${name} was never released, so there is nothing to fix there`);
  const { branch } = release;
  throw new UsageError(
    `${name} follows ${branch}: a fix that is merged to ${branch} runs there at once, and needs no hotfix`,
  );
}

/** The newest of some pins that a commit is built on; null where there is none. */
export function pinBelow(tip: string, pins: Iterable<string>, history: History): string | null {
  const below = [...new Set(pins)].filter((pin) => ['same', 'ahead'].includes(history.relation(pin, tip)));
  const [newest = null] = below.filter((pin) =>
    below.every((other) => ['same', 'ahead'].includes(history.relation(other, pin))),
  );
  return newest;
}
