import { z } from 'zod';
import type { PlainObject } from '../definition/plain.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import type { CheckedChart } from './definitions.ts';
import type { ValuesSchema } from './model.ts';
import type { TextFile, WrittenChart } from './written.ts';
import { readYaml } from './yaml.ts';

/** Of a `Chart.yaml`, what matters here; Helm itself checks the rest. */
const chartShape = z.looseObject({
  name: z.string(),
  version: z.string(),
  type: z.enum(['application', 'library']).default('application'),
  dependencies: z.array(z.looseObject({ name: z.string(), repository: z.string().default('') })).default([]),
});

type ChartFile = z.output<typeof chartShape>;

/** The library chart whose values the generator computes; a chart that depends on it takes them. */
export const platformChart = 'platform';
/** The chart that makes, for third-party charts, what they cannot make themselves. */
export const companionChart = 'companion';

/** Reads the charts of ours. */
export function readCharts(written: readonly WrittenChart[]): Result<Record<string, CheckedChart>> {
  const problems: Problem[] = [];
  const files = new Map<string, ChartFile>();
  const schemas = new Map<string, ValuesSchema>();
  for (const { folder, chart, schema } of written) {
    const read = readYaml(chart, chartShape);
    if (read.ok) files.set(folder, read.value);
    else problems.push(...read.problems);
    if (read.ok && read.value.name !== folder) {
      const message = `the chart calls itself "${read.value.name}", its folder is "${folder}"`;
      problems.push(
        problem('bad-chart', { file: chart.file, path: 'name' }, message, 'give both the same name'),
      );
    }
    if (schema === null) continue;
    const parsed = readSchema(folder, schema);
    if (parsed.ok) schemas.set(folder, parsed.value);
    else problems.push(...parsed.problems);
  }
  const charts: Record<string, CheckedChart> = {};
  for (const [name, file] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const closure = closureOf(name, files);
    problems.push(...closure.filter((each) => !files.has(each)).map((each) => missingDependency(name, each)));
    charts[name] = {
      chart: {
        kind: 'first-party',
        name,
        version: file.version,
        path: `charts/${name}`,
        closure: closure.map((each) => `charts/${each}`),
        takesPlatform: file.type === 'application' && localDependencies(file).includes(platformChart),
      },
      schema: schemas.get(name) ?? null,
    };
  }
  return problems.length > 0 ? failure(problems) : success(charts);
}

/** A values schema as JSON. */
export function readSchema(chart: string, { file, text }: TextFile): Result<ValuesSchema> {
  try {
    return success({ chart, file, schema: JSON.parse(text) as PlainObject });
  } catch (error) {
    return failure([problem('bad-chart', { file }, `not JSON: ${(error as Error).message}`)]);
  }
}

/** The chart and every chart of ours that it is made with, sorted. */
function closureOf(name: string, files: ReadonlyMap<string, ChartFile>): string[] {
  const found = new Set<string>();
  const visit = (each: string): void => {
    if (found.has(each)) return;
    found.add(each);
    const file = files.get(each);
    if (file) localDependencies(file).forEach(visit);
  };
  visit(name);
  return [...found].sort();
}

/** Dependencies that are neighbours in `charts/`: `file://../<name>`. */
function localDependencies(file: ChartFile): string[] {
  return file.dependencies.flatMap(
    ({ repository }) => repository.match(/^file:\/\/\.\.\/([^/]+)\/?$/)?.[1] ?? [],
  );
}

function missingDependency(name: string, dependency: string): Problem {
  const place = { file: `charts/${name}/Chart.yaml`, path: 'dependencies' };
  return problem('bad-chart', place, `it depends on charts/${dependency}, which is not there`);
}
