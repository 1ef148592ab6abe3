import { entryOf } from '../problem/entry-of.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import type { Keeper, Keepers } from './keepers.ts';
import { renamedRoot } from './renamed-root.ts';
import { type RunningEntry, type RunningList, statefulIn } from './running-list.ts';

/** A stateful app that runs before and after a change. */
interface Stay {
  readonly app: string;
  /** The list that is the record of where its data lies. */
  readonly list: RunningList;
  readonly from: RunningEntry;
  readonly to: RunningEntry;
}

/**
 * Stateful apps that would come up beside their data instead of on it. What is committed is the record; what only lies
 * in the tree never ran. An older version did not write where data lies: of that, nothing can be said.
 */
export function dataMoved(
  lists: readonly RunningList[],
  next: RunningList,
  keeper: Keeper,
  { platformLocation }: Pick<Keepers, 'platformLocation'>,
): Problem[] {
  const stays = [...new Set(lists.flatMap(statefulIn))].sort().flatMap((app): Stay[] => {
    const list = lists.find(({ apps }) => apps.has(app));
    const from = list?.apps.get(app);
    const to = next.apps.get(app);
    return list && from && to ? [{ app, list, from, to }] : [];
  });
  return [
    ...elsewhere('destination', stays, next, keeper),
    ...elsewhere('argocd', stays, next, keeper),
    ...otherApplications(stays, next, keeper, platformLocation),
    ...otherNamespaces(stays, keeper),
    ...otherCharts(stays, keeper),
    ...otherBuckets(lists, next, keeper),
  ];
}

/** Of what is the same for all apps: where it is written, what it says of data, and what is done before it changes. */
const places = {
  destination: {
    path: 'destination.name',
    is: 'is on the cluster',
    first: 'move it first, unless this is another name of the same cluster',
  },
  argocd: {
    path: 'argocd',
    is: 'is looked after by the Argo CD',
    first: 'let go of it there first, or two of them fight for it',
  },
} as const;

function elsewhere(
  key: keyof typeof places,
  stays: readonly Stay[],
  next: RunningList,
  { name, location, moved }: Keeper,
): Problem[] {
  const { path, is, first } = places[key];
  const to = next[key];
  const left = stays.filter(({ list }) => list[key] !== undefined && list[key] !== to);
  if (left.length === 0 || moved[key] === to) return [];
  const message = `${name}: the data of ${namesOf(left)} ${is} "${left[0]?.list[key]}", not "${to}"`;
  return [
    problem('data-moved', inside(location, path), message, `${first}; then write moved: { ${key}: '${to}' }`),
  ];
}

/** Another root, or Applications of other names, would fight for the same objects with those that are there. */
function otherApplications(
  stays: readonly Stay[],
  next: RunningList,
  keeper: Keeper,
  platformLocation: SourceLocation,
): Problem[] {
  const { name, moved } = keeper;
  const [first] = stays.filter(
    ({ app, list, from, to }) =>
      list.root !== undefined && applicationOf(app, from, list) !== applicationOf(app, to, next),
  );
  if (!first || moved.root === next.root) return [];
  const [before, after] = [
    applicationOf(first.app, first.from, first.list),
    applicationOf(first.app, first.to, next),
  ];
  const message = `${name}: the Application of "${first.app}" is ${before}, and ${after} would come beside it, for the same data`;
  const { location, hint } = renamedRoot(first.list.root ?? '', next.root ?? '', keeper, {
    platformLocation,
  });
  return [problem('data-moved', location, message, hint)];
}

const applicationOf = (app: string, { application }: RunningEntry, { root }: RunningList): string =>
  application ?? `${root}-${app}`;

function otherNamespaces(stays: readonly Stay[], keeper: Keeper): Problem[] {
  const { name, location, moved, namespacePrefix } = keeper;
  const byPrefix = ({ from, to }: Stay): boolean =>
    to.namespace?.startsWith(namespacePrefix) === true &&
    from.namespace?.endsWith(to.namespace.slice(namespacePrefix.length)) === true;
  const left = stays
    .filter(({ app, from, to }) => isOther(from.namespace, to.namespace, entryOf(moved.apps, app)?.namespace))
    .filter((stay) => moved.namespacePrefix !== namespacePrefix || !byPrefix(stay));
  const together = left.filter(byPrefix);
  if (together.length < 2) return left.map((stay) => otherOfApp('namespace', stay, keeper));
  const changes = new Set(together.map(({ from, to }) => `"${to.namespace}" instead of "${from.namespace}"`));
  const message = `${name}: the data of ${namesOf(together)} does not move along to ${[...changes].join(', ')}`;
  const hint = `move it first; then write moved: { namespacePrefix: '${namespacePrefix}' }`;
  return [
    problem('data-moved', inside(location, 'namespacePrefix'), message, hint),
    ...left.filter((stay) => !together.includes(stay)).map((stay) => otherOfApp('namespace', stay, keeper)),
  ];
}

const otherCharts = (stays: readonly Stay[], keeper: Keeper): Problem[] =>
  stays
    .filter(({ app, from, to }) => isOther(from.chart, to.chart, entryOf(keeper.moved.apps, app)?.chart))
    .map((stay) => otherOfApp('chart', stay, keeper));

const isOther = (from: string | undefined, to: string | undefined, consent: string | undefined): boolean =>
  from !== undefined && from !== to && consent !== to;

const ofApp = {
  namespace: 'is in the namespace',
  chart: 'is in volumes that are called as by the chart',
} as const;

function otherOfApp(key: keyof typeof ofApp, { app, from, to }: Stay, { name, location }: Keeper): Problem {
  const message = `${name}: the data of "${app}" ${ofApp[key]} "${from[key]}", not "${to[key]}"`;
  const word = /^[a-z]\w*$/.test(app) ? app : `'${app}'`;
  const hint = `move it first; then write moved: { apps: { ${word}: { ${key}: '${to[key]}' } } }`;
  return problem('data-moved', inside(location, `moved.apps.${app}.${key}`), message, hint);
}

/** Buckets hold data of whoever writes to them. */
function otherBuckets(
  lists: readonly RunningList[],
  next: RunningList,
  { name, location, moved }: Keeper,
): Problem[] {
  return Object.entries(next.buckets).flatMap(([purpose, to]) => {
    const from = lists.find(({ apps, buckets }) => apps.size > 0 && Object.hasOwn(buckets, purpose))?.buckets[
      purpose
    ];
    if (!isOther(from, to, entryOf(moved.buckets, purpose))) return [];
    const message = `${name}: the data of the bucket "${purpose}" is in ${from}, not in ${to}`;
    const hint = `copy it first; then write moved: { buckets: { ${purpose}: '${to}' } }`;
    return [problem('data-moved', inside(location, `cloud.buckets.${purpose}`), message, hint)];
  });
}

const namesOf = (stays: readonly Stay[]): string => stays.map(({ app }) => `"${app}"`).join(', ');
