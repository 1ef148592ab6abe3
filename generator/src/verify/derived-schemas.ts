import type { PlainObject } from '../definition/plain.ts';
import type { Chart } from '../model/chart-model.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { changesBetween, type SettingChanges } from '../upstream/setting-changes.ts';
import type { Programs } from './programs.ts';

/** Schemas that were held against the chart that they were derived from, and all that there are. */
export interface ComparedSchemas {
  readonly compared: number;
  readonly all: number;
  readonly problems: readonly Problem[];
}

/**
 * Derives the schemas of third-party charts again. Helm says nothing of a key that a chart does not read, so a schema
 * that is of another version, or was edited, would let a typo through silently.
 */
export async function compareSchemas(
  { upstream }: Pick<Model, 'upstream'>,
  environments: readonly EnvironmentModel[],
  programs: Programs,
): Promise<ComparedSchemas> {
  const apps = environments.flatMap((environment) => environment.apps);
  const used = new Map(apps.filter(takesValues).map(({ chart }) => [chart.name, chart] as const));
  const results = await programs.inParallel([...used.values()], async (chart): Promise<Problem[] | null> => {
    const located = await programs.locate(chart);
    if ('why' in located) return null;
    const wanted = await programs.deriveSchema(chart, located.path);
    const present = upstream.find(({ name }) => name === chart.name)?.schema?.derived ?? null;
    return difference(chart, present, wanted);
  });
  const compared = results.filter((result) => result !== null);
  return { compared: compared.length, all: used.size, problems: compared.flat() };
}

const takesValues = ({ chart, values }: EnvironmentModel['apps'][number]): boolean =>
  chart.kind !== 'first-party' && values !== null && Object.keys(values).length > 0;

function difference({ name, version }: Chart, present: PlainObject | null, wanted: PlainObject): Problem[] {
  const file = `schemas/upstream/${name}.schema.json`;
  const hint = `npm run charts -- ${name}`;
  if (present === null) {
    const message = `apps give values to ${name}, and no schema says which there are`;
    return [problem('bad-upstream-schema', { file }, message, hint)];
  }
  if (JSON.stringify(present) === JSON.stringify(wanted)) return [];
  const what = firstOf(changesBetween(present, wanted));
  const message = `it is not what ${name} ${version} says of itself${what === '' ? '' : `: ${what}`}`;
  return [problem('bad-upstream-schema', { file }, message, hint)];
}

/** The first thing that differs, which is what a person wants to look at. */
function firstOf({ came, went, moved, changed }: SettingChanges): string {
  const count = came.length + went.length + moved.length + changed.length;
  const more = count > 1 ? `, and ${count - 1} more` : '';
  const [first] = [
    ...came.map(({ path }) => `the chart has ${path}`),
    ...went.map(({ path }) => `the chart has no ${path}`),
    ...moved.map(({ from, to }) => `the chart has ${to.path} instead of ${from.path}`),
    ...changed.map(
      ({ after: { path, type, default: usual } }) =>
        `the chart has ${path} as ${type}, by default ${usual ?? 'unset'}`,
    ),
  ];
  return first === undefined ? '' : `${first}${more}`;
}
