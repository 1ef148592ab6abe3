import { quantity } from '../definition/format/quantity.ts';
import { type Figure, type SizeRow, sizes } from '../definition/size.ts';
import { inside, keyPath } from '../problem/location.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';
import { podKeys, sizeOf } from './app-size.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';

/** Sizes of an app have the same figures in each row, and an environment resizes only what is there. */
export function checkSizes({ apps, environments }: Definitions): Problem[] {
  const known = new Map(apps.map((app) => [app.name, app]));
  return [
    ...apps.flatMap(rowsOf),
    ...environments.flatMap((environment) =>
      environment.apps.resize.flatMap(({ app, size }, i) => {
        const resized = known.get(app);
        const at = inside(environment.location, `apps.resize[${i}]`);
        return resized === undefined ? [] : resizing(resized, environment, size, at);
      }),
    ),
  ];
}

function rowsOf({ sizes: rows, location }: CheckedApp): Problem[] {
  if (rows === undefined) return [];
  // Where rows differ, the first is right.
  const all = new Map([...sizes].reverse().flatMap((size) => [...figures(rows[size])]));
  return sizes.flatMap((size) => {
    const at = inside(location, `sizes.${size}`);
    const here = figures(rows[size]);
    const missing = [...all.keys()].filter((path) => !here.has(path) && !isOfPods(path, rows[size]));
    const other = [...here].filter(([path, figure]) => typeof figure !== typeof all.get(path));
    return [
      ...missing.map((path) =>
        problem(
          'bad-shape',
          at,
          `${path} is missing, which another size has`,
          'every size says the same things',
        ),
      ),
      ...other.map(([path, figure]) =>
        problem('bad-shape', at, `${path} is a ${typeof figure}, and not so in another size`),
      ),
      ...podsOf(rows[size], (path) => inside(location, `sizes.${size}.${path}`)),
    ];
  });
}

function resizing(
  app: CheckedApp,
  environment: CheckedEnvironment,
  change: SizeRow,
  location: SourceLocation,
): Problem[] {
  const row = app.sizes?.[environment.size] ?? {};
  const known = figures(row);
  const wrong = [...figures(change)].flatMap(([path, figure]) => {
    const before = known.get(path);
    if (before === undefined) {
      const hint =
        known.size === 0 ? `give it sizes (${app.location.file})` : didYouMean(path, [...known.keys()]);
      return [problem('unknown-name', location, `"${app.name}" has no size "${path}"`, hint)];
    }
    if (typeof before === typeof figure) return [];
    return [
      problem(
        'bad-shape',
        location,
        `${path} of "${app.name}" must be a ${typeof before}, as ${JSON.stringify(before)} is`,
      ),
    ];
  });
  return wrong.length > 0
    ? wrong
    : podsOf(sizeOf(app, environment), (path) => ({ ...location, path: `${location.path}.size.${path}` }));
}

/** Figures by path, as `broker.replicas`. */
function figures(row: SizeRow): Map<string, Figure> {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'object'
      ? Object.entries(value).map(([key, figure]) => [`${name}.${key}`, figure] as const)
      : [[name, value] as const],
  );
  return new Map(entries);
}

/** Whether pods that are there lack it, which is said of them. */
const isOfPods = (path: string, row: SizeRow): boolean => {
  const [group = '', key = ''] = path.split('.');
  return group in row && podKeys.some((known) => known === key);
};

/** A group that looks like pods must be pods, for else it would be missing in the sum. */
function podsOf(row: SizeRow, locate: (path: string) => SourceLocation): Problem[] {
  return Object.entries(row).flatMap(([name, group]) => {
    if (typeof group !== 'object' || !('cpu' in group || 'memory' in group)) return [];
    const missing = podKeys.filter((key) => !(key in group));
    const { replicas, ...amounts } = group;
    const at = (key: string): SourceLocation => locate(keyPath([name, key]));
    return [
      ...missing.map((key) =>
        problem(
          'bad-shape',
          locate(name),
          `${key} is missing`,
          'pods say replicas, cpu and memory, each pod what it requests',
        ),
      ),
      ...(replicas === undefined ||
      (typeof replicas === 'number' && Number.isInteger(replicas) && replicas >= 0)
        ? []
        : [problem('bad-shape', at('replicas'), 'must be a whole number')]),
      ...(['cpu', 'memory', 'disk'] as const)
        .filter(
          (key) =>
            amounts[key] !== undefined &&
            (typeof amounts[key] !== 'string' || quantity(amounts[key]) === null),
        )
        .map((key) =>
          problem(
            'bad-shape',
            at(key),
            `${JSON.stringify(amounts[key])} is no quantity`,
            "write it as Kubernetes does: '500m', '2Gi'",
          ),
        ),
    ];
  });
}
