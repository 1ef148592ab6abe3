import type { Plain, PlainObject } from '../definition/plain.ts';
import type { Chart } from '../model/chart-model.ts';
import type { AppModel, Model } from '../model/model.ts';
import { versionIn } from '../upstream/derive.ts';
import { isMap } from '../upstream/node.ts';
import { changesBetween, type SettingChanges } from '../upstream/setting-changes.ts';

/** A setting that some app gives to its chart. */
export interface Use {
  /** Keys with dots between them. */
  readonly path: string;
  readonly app: string;
}

/** What another version of a chart, or another look at it, means for its schema. */
export interface ChartChanges {
  readonly chart: string;
  /** Null where there was no schema before. */
  readonly from: string | null;
  readonly to: string;
  readonly changes: SettingChanges;
  /** What apps set of the chart, in any environment. */
  readonly uses: readonly Use[];
}

export function chartChanges(
  { name, version }: Chart,
  before: PlainObject | null,
  after: PlainObject,
  { environments }: Model,
): ChartChanges {
  const apps = environments
    .flatMap((environment) => environment.apps)
    .filter(({ chart }) => chart.name === name);
  const empty = { came: [], went: [], moved: [], changed: [] };
  return {
    chart: name,
    from: before && versionIn(before),
    to: version,
    changes: before === null ? empty : changesBetween(before, after),
    uses: usesOf(apps),
  };
}

function usesOf(apps: readonly AppModel[]): Use[] {
  const uses = apps.flatMap(({ name, values }) => pathsIn(values ?? {}).map((path) => ({ path, app: name })));
  const distinct = new Map(uses.map((use) => [`${use.path} ${use.app}`, use]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

function pathsIn(value: Plain, path = ''): string[] {
  if (!isMap(value) || Object.keys(value).length === 0) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** The apps that set something at a path, or below it. */
export function settersOf(path: string, { uses }: ChartChanges): string[] {
  const plain = path.replaceAll(/\[\]|\{\}/g, '');
  const found = uses.filter((use) => use.path === plain || use.path.startsWith(`${plain}.`));
  return [...new Set(found.map(({ app }) => app))];
}
