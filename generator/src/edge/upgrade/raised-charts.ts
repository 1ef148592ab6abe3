import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { chartChanges } from '../../charts/chart-changes.ts';
import { changesText } from '../../charts/describe-changes.ts';
import type { PlainObject } from '../../definition/plain.ts';
import type { Workspace } from '../../forge/workspace.ts';
import type { Chart } from '../../model/chart-model.ts';
import { resolve } from '../../model/resolve.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { orThrow, ProblemsError } from '../../problem/errors.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import type { ChartSelf } from '../../upgrade/effect.ts';
import { type ChartOrigin, chartIdentityOf } from '../../upgrade/identity/chart-identity.ts';
import { versionIn } from '../../upstream/derive.ts';
import { schemaText } from '../../upstream/schema-text.ts';
import { isEmpty } from '../../upstream/setting-changes.ts';
import type { Programs } from '../../verify/programs.ts';
import { diskRepository } from '../disk-repository.ts';
import { run } from '../process.ts';

/** What charts of another version than before say of themselves. */
export interface RaisedCharts {
  /** What became of their settings and defaults; empty where nothing did. */
  readonly settings: string;
  /** By key. */
  readonly charts: Readonly<Record<string, ChartSelf>>;
  /** Charts that could not be had, one line each. */
  readonly unreachable: readonly string[];
}

/** Derives the schemas of those charts anew in a workspace, since `generate` takes none of another version. */
export async function deriveRaised(workspace: Workspace, programs: Programs): Promise<RaisedCharts> {
  const written = await diskRepository(workspace.root).read();
  // Values that a new version refuses are found by `generate`, once it has the schema.
  const model = orThrow(resolve({ ...written, upstreamSchemas: {}, upstreamAdditions: {} }));
  const texts: string[] = [];
  const charts: Record<string, ChartSelf> = {};
  const unreachable: string[] = [];
  const another: Problem[] = [];
  for (const chart of model.chartsWithValues) {
    const before = schemaOf(entryOf(written.upstreamSchemas, chart.name)?.text);
    if (before !== null && versionIn(before) === chart.version) continue;
    const located = await programs.locate(chart);
    if ('why' in located) {
      unreachable.push(`${chart.name} ${chart.version}: ${located.why}`);
      continue;
    }
    const self = await selfOf(chart, located.path);
    another.push(...(await anotherChart(chart, before, self, programs)));
    const after = await programs.deriveSchema(chart, located.path);
    workspace.write(`schemas/upstream/${chart.name}.schema.json`, schemaText(after));
    const found = chartChanges(chart, before, after, model);
    if (!isEmpty(found.changes)) texts.push(changesText(found));
    charts[chart.name] = { appVersion: self.appVersion, homes: self.homes };
  }
  if (another.length > 0) throw new ProblemsError(another);
  return { settings: texts.join(''), charts, unreachable };
}

const schemaOf = (text: string | undefined): PlainObject | null =>
  text === undefined ? null : (JSON.parse(text) as PlainObject);

/** What the version before says of itself is compared, where that can still be had. */
async function anotherChart(
  chart: Chart,
  before: PlainObject | null,
  after: Self,
  programs: Programs,
): Promise<Problem[]> {
  const version = before && versionIn(before);
  if (version === null) return [];
  const old = { ...chart, version };
  const located = await programs.locate(old);
  if ('why' in located) return [];
  const differences = chartIdentityOf(await selfOf(old, located.path), after);
  if (differences.length === 0) return [];
  const location = { file: 'charts/upstream.yaml', path: `charts.${chart.name}.version` };
  const message = `${chart.name} ${chart.version} is another chart than ${version}: ${differences.join('; ')}`;
  const hint = 'look at who makes it now; if that is right, raise its version by hand';
  return [problem('bad-chart', location, message, hint)];
}

interface Self extends ChartSelf, ChartOrigin {}

async function selfOf(chart: Chart, path: string): Promise<Self> {
  const metadata = (parse(await metadataAt(chart, path)) ?? {}) as Readonly<Record<string, unknown>>;
  const { name, appVersion, home, sources } = metadata;
  const isText = (value: unknown): value is string => typeof value === 'string';
  const from = {
    home: isText(home) ? home : null,
    sources: Array.isArray(sources) ? sources.filter(isText) : [],
  };
  return {
    name: String(name),
    ...from,
    appVersion: appVersion === undefined ? null : String(appVersion),
    homes: [...(from.home === null ? [] : [from.home]), ...from.sources],
  };
}

async function metadataAt(chart: Chart, path: string): Promise<string> {
  if (statSync(path).isDirectory()) return readFileSync(join(path, 'Chart.yaml'), 'utf8');
  const name = chart.kind === 'repository' || chart.kind === 'oci' ? chart.chart : chart.name;
  const ended = await run('tar', ['-xzOf', path, `${name}/Chart.yaml`]);
  return ended?.code === 0 ? ended.stdout : '';
}
