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
import { orThrow } from '../../problem/errors.ts';
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
  /** URLs of home and sources, by key. */
  readonly homes: Readonly<Record<string, readonly string[]>>;
  /** Charts that could not be had, one line each. */
  readonly unreachable: readonly string[];
}

/** Derives the schemas of those charts anew in a workspace, since `generate` takes none of another version. */
export async function deriveRaised(workspace: Workspace, programs: Programs): Promise<RaisedCharts> {
  const written = await diskRepository(workspace.root).read();
  // Values that a new version refuses are found by `generate`, once it has the schema.
  const model = orThrow(resolve({ ...written, upstreamSchemas: {}, upstreamAdditions: {} }));
  const texts: string[] = [];
  const homes: Record<string, readonly string[]> = {};
  const unreachable: string[] = [];
  for (const chart of model.chartsWithValues) {
    const before = schemaOf(entryOf(written.upstreamSchemas, chart.name)?.text);
    if (before !== null && versionIn(before) === chart.version) continue;
    const located = await programs.locate(chart);
    if ('why' in located) {
      unreachable.push(`${chart.name} ${chart.version}: ${located.why}`);
      continue;
    }
    const after = await programs.deriveSchema(chart, located.path);
    workspace.write(`schemas/upstream/${chart.name}.schema.json`, schemaText(after));
    const found = chartChanges(chart, before, after, model);
    if (!isEmpty(found.changes)) texts.push(changesText(found));
    homes[chart.name] = await homesOf(chart, located.path);
  }
  return { settings: texts.join(''), homes, unreachable };
}

const schemaOf = (text: string | undefined): PlainObject | null =>
  text === undefined ? null : (JSON.parse(text) as PlainObject);

async function homesOf(chart: Chart, path: string): Promise<string[]> {
  const { home, sources = [] } = (parse(await metadataAt(chart, path)) ?? {}) as {
    home?: unknown;
    sources?: unknown;
  };
  return [home, ...(Array.isArray(sources) ? sources : [])].filter((url) => typeof url === 'string');
}

async function metadataAt(chart: Chart, path: string): Promise<string> {
  if (statSync(path).isDirectory()) return readFileSync(join(path, 'Chart.yaml'), 'utf8');
  const name = chart.kind === 'repository' || chart.kind === 'oci' ? chart.chart : chart.name;
  const ended = await run('tar', ['-xzOf', path, `${name}/Chart.yaml`]);
  return ended?.code === 0 ? ended.stdout : '';
}
