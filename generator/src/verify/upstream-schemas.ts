import type { Chart, EnvironmentModel, Model, ValuesSchema } from '../model/model.ts';
import { didYouMean } from '../problem/nearest.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Programs } from './programs.ts';
import { type ChartValues, keysAt, names, type Setting, settingsOf } from './settings.ts';

/** Schemas that were held against the chart that they are of, and all that there are. */
export interface ComparedSchemas {
  readonly compared: number;
  readonly all: number;
  readonly problems: readonly Problem[];
}

/**
 * Holds our schemas of third-party charts against those charts. Helm says nothing of a key that a chart does not
 * read, so a slip in our schema, or a setting that a new version renamed, would be lost without a word.
 */
export async function compareSchemas(
  model: Model,
  environments: readonly EnvironmentModel[],
  programs: Programs,
): Promise<ComparedSchemas> {
  const used = new Map(
    environments.flatMap(({ apps }) => apps.map(({ chart }) => [chart.name, chart] as const)),
  );
  const pairs = model.upstream.flatMap(({ name, schema }) => {
    const chart = used.get(name);
    return schema !== null && chart !== undefined && chart.kind !== 'first-party' ? [{ chart, schema }] : [];
  });
  const results = await programs.inParallel(pairs, async ({ chart, schema }) => {
    const located = await programs.locate(chart);
    if ('why' in located) return null;
    return differences(chart, schema, await programs.readValues(chart, located.path));
  });
  const compared = results.filter((result) => result !== null);
  return { compared: compared.length, all: pairs.length, problems: compared.flat() };
}

function differences(chart: Chart, { file, schema }: ValuesSchema, values: ChartValues): Problem[] {
  const settings = [...settingsOf(schema)];
  const unknown = settings.filter(({ path, undocumented }) => undocumented === null && !names(values, path));
  const topmost = unknown.filter(({ path }) => !unknown.some((other) => isAbove(other.path, path)));
  const exempted = settings.filter(({ undocumented }) => undocumented !== null);
  const idle = byNode(exempted).filter((all) => all.every(({ path }) => names(values, path)));
  return [
    ...byNode(topmost).map((all) => unknownSetting(chart, file, all, values)),
    ...idle.map((all) => idleExemption(chart, file, all)),
  ];
}

type Settings = readonly [Setting, ...Setting[]];

/** Settings that one line of our schema stands for. */
const byNode = (settings: readonly Setting[]): Settings[] =>
  [...Map.groupBy(settings, ({ node }) => node).values()] as unknown as Settings[];

const isAbove = (a: readonly string[], b: readonly string[]): boolean =>
  a.length < b.length && a.every((key, i) => key === b[i]);

function unknownSetting(
  chart: Chart,
  file: string,
  [{ path }, ...more]: Settings,
  values: ChartValues,
): Problem {
  const meant = didYouMean(path.at(-1) ?? '', keysAt(values, path.slice(0, -1)));
  const hint = `${meant}; where the chart honors it all the same, say why in x-undocumented`;
  const others = more.length === 0 ? '' : `; nor ${more.map((each) => each.path.join('.')).join(', ')}`;
  const message = `${chart.name} ${chart.version} names it neither in its values nor in their schema${others}`;
  return problem('bad-upstream-schema', { file, path: path.join('.') }, message, hint);
}

function idleExemption({ name, version }: Chart, file: string, [{ path }]: Settings): Problem {
  const message = `${name} ${version} does name it, so x-undocumented is no longer true`;
  return problem('bad-upstream-schema', { file, path: path.join('.') }, message, 'remove x-undocumented');
}
