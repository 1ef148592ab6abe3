import { z } from 'zod';
import type { PlainObject } from '../definition/plain.ts';
import { failure, type Problem, problem, type Result, success } from '../problem/problem.ts';
import type { ValuesSchema } from './chart-model.ts';
import type { CheckedChart } from './definitions.ts';
import { joinedPath } from './joined-path.ts';
import { conflictMarkers, readYaml } from './read-yaml.ts';
import { usableSchema } from './schema-validators.ts';
import type { TextFile, WrittenChart } from './written.ts';

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

/** Reads the charts of this repository, by name: those of the platform, and those of the generator. */
export function readCharts(written: readonly WrittenChart[]): Result<Record<string, CheckedChart>> {
  const problems: Problem[] = [];
  const files = new Map<string, ChartFile>();
  const schemas = new Map<string, ValuesSchema>();
  for (const { path, chart, schema } of written) {
    const read = readYaml(chart, chartShape);
    if (read.ok) files.set(path, read.value);
    else problems.push(...read.problems);
    if (read.ok && read.value.name !== nameIn(path)) {
      const message = `the chart calls itself "${read.value.name}", its folder is "${nameIn(path)}"`;
      problems.push(
        problem('bad-chart', { file: chart.file, path: 'name' }, message, 'give both the same name'),
      );
    }
    if (schema === null) continue;
    const parsed = readSchema(nameIn(path), schema);
    if (parsed.ok) schemas.set(path, parsed.value);
    else problems.push(...parsed.problems);
  }
  const charts = new Map<string, CheckedChart>();
  for (const [path, file] of [...files].sort(([a], [b]) => (nameIn(a) < nameIn(b) ? -1 : 1))) {
    const name = nameIn(path);
    const closure = closureOf(path, files);
    problems.push(
      ...closure
        .filter((dependency) => !files.has(dependency))
        .map((dependency) => missingDependency(path, dependency)),
    );
    const other = charts.get(name);
    if (other !== undefined) problems.push(takenName(path, other.chart.path));
    charts.set(name, {
      chart: {
        kind: 'first-party',
        name,
        version: file.version,
        path,
        closure,
        takesPlatform:
          file.type === 'application' &&
          localDependencies(path, file).some((dependency) => nameIn(dependency) === platformChart),
      },
      schema: schemas.get(path) ?? null,
    });
  }
  return problems.length > 0 ? failure(problems) : success(Object.fromEntries(charts));
}

/** A values schema as JSON. */
export function readSchema(chart: string, source: TextFile): Result<ValuesSchema> {
  const { file, text } = source;
  const markers = conflictMarkers(source);
  if (markers.length > 0) return failure(markers);
  try {
    return usableSchema({ chart, file, schema: JSON.parse(text) as PlainObject });
  } catch (error) {
    const hint = text.startsWith('\ufeff') ? 'it begins with a byte order mark; save it without' : undefined;
    return failure([problem('bad-chart', { file }, `not JSON: ${(error as Error).message}`, hint)]);
  }
}

const nameIn = (path: string): string => path.replace(/^.*\//, '');

/** The chart and every chart of this repository that it is made with, as sorted paths. */
function closureOf(path: string, files: ReadonlyMap<string, ChartFile>): string[] {
  const found = new Set<string>();
  const visit = (chart: string): void => {
    if (found.has(chart)) return;
    found.add(chart);
    const file = files.get(chart);
    if (file) localDependencies(chart, file).forEach(visit);
  };
  visit(path);
  return [...found].sort();
}

/** Paths of the dependencies that lie in this repository: `file://` and a path from the chart's own folder. */
function localDependencies(path: string, { dependencies }: ChartFile): string[] {
  return dependencies.flatMap(({ repository }) => {
    const [, relative] = repository.match(/^file:\/\/(\.\.\/.+?)\/?$/) ?? [];
    return relative === undefined ? [] : [joinedPath(path, relative)];
  });
}

function missingDependency(path: string, dependency: string): Problem {
  const location = { file: `${path}/Chart.yaml`, path: 'dependencies' };
  return problem('bad-chart', location, `it depends on ${dependency}, which is not there`);
}

function takenName(path: string, other: string): Problem {
  const message = `there is a chart of this name in ${other}`;
  return problem(
    'duplicate-name',
    { file: `${path}/Chart.yaml`, path: 'name' },
    message,
    'give it another name',
  );
}
