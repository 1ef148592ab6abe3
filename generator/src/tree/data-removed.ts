import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Keeper } from './keepers.ts';
import { releaseFile } from './paths.ts';
import { type RunningList, statefulIn } from './running-list.ts';

/** An environment whose list of what runs changes; without a keeper where it is defined no more. */
interface ListChange {
  readonly name: string;
  readonly path: string;
  readonly keeper: Keeper | null;
  readonly next: RunningList;
}

/** A stateful app may only be removed, or stop to count as stateful, when its environment says `retired`. */
export function dataRemoved(
  change: ListChange,
  lists: readonly RunningList[],
  retired: readonly string[],
): Problem[] {
  const { name, keeper, next } = change;
  const lost = [...new Set(lists.flatMap(statefulIn))]
    .sort()
    .filter((app) => next.apps.get(app)?.keepsData !== true && !keeper?.retired.includes(app));
  if (lost.length === 0 || (keeper === null && retired.includes(name))) return [];
  if (keeper?.release === null) return [without(change, lost, releaseFile(name), 'it has no release.yaml')];
  if (keeper?.sample) return [without(change, lost, keeper.location.file, 'it is a sample')];
  return lost.map((app) => (next.apps.has(app) ? unprotected(app, change) : removed(app, change)));
}

/** The environment is there and runs nothing. */
function without({ name }: ListChange, lost: readonly string[], file: string, why: string): Problem {
  const message = `${name} would run nothing, because ${why}, and these of its apps are stateful: ${lost.join(', ')}`;
  const hint = `restore ${file}; only if their data may be given up: apps: { retired: [${lost.map((app) => `'${app}'`).join(', ')}] }`;
  return problem('data-removed', { file }, message, hint);
}

function removed(app: string, { name, path, keeper }: ListChange): Problem {
  const message = `${name}: the Application of "${app}" would be removed, and it is stateful (${path})`;
  if (keeper === null) {
    const location = { file: 'environments/platform.ts', path: 'retired' };
    const hint = `if it was renamed, write formerly: ['${name}'] in its environment.ts; if it is retired as a whole, retired: ['${name}'] here`;
    return problem('data-removed', location, message, hint);
  }
  const consent = `retired: ['${app}']`;
  if (keeper.apps.some((known) => known.name === app)) {
    const hint = `pin a commit that has it; only if its data may be given up: apps: { exclude: ['${app}'], ${consent} } in ${keeper.location.file}`;
    return problem('data-removed', { file: releaseFile(name) }, message, hint);
  }
  const hint = `if that is meant, write apps: { ${consent} }; if it was renamed, its data is not moved`;
  return problem('data-removed', inside(keeper.location, 'apps.retired'), message, hint);
}

/** Its Application gets the finalizer that takes everything along. */
function unprotected(app: string, { name, path, keeper }: ListChange): Problem {
  const message = `${name}: "${app}" would no longer be stateful, so its data would go with its Application (${path})`;
  const hint = `write keepsData: true again; only if it holds nothing: apps: { retired: ['${app}'] }`;
  return problem(
    'data-removed',
    keeper ? inside(keeper.location, 'apps.retired') : { file: path },
    message,
    hint,
  );
}
