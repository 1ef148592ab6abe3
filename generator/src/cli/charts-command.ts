import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ChartChanges, chartChanges } from '../charts/chart-changes.ts';
import { changesText } from '../charts/describe-changes.ts';
import type { PlainObject } from '../definition/plain.ts';
import { applyChanges, refuseLinks } from '../edge/disk-files.ts';
import { diskRepository } from '../edge/disk-repository.ts';
import { withLock } from '../edge/lock.ts';
import { textOf } from '../edge/new-files.ts';
import { obtain } from '../edge/tools/obtain.ts';
import { bare, chartLocator } from '../edge/verify/chart-locator.ts';
import { derivedSchema } from '../edge/verify/derived-schema.ts';
import { chartSource } from '../edge/verify/read-chart.ts';
import type { Chart } from '../model/chart-model.ts';
import { resolve } from '../model/resolve.ts';
import { entryOf } from '../problem/entry-of.ts';
import { ExternalError, orThrow, ProblemsError, UsageError } from '../problem/errors.ts';
import { didYouMean } from '../problem/nearest.ts';
import { foreignFile } from '../tree/ownership.ts';
import { derivedMark } from '../upstream/derive.ts';
import { schemaText } from '../upstream/schema-text.ts';
import { isEmpty } from '../upstream/setting-changes.ts';
import type { Invocation, Report } from './command.ts';
import { folderOption } from './folder-option.ts';

const folder = 'schemas/upstream';
const fileOf = (key: string): string => `${folder}/${key}.schema.json`;

/** `charts`: derives the schemas of third-party charts' values from the charts, and says what changed. */
export async function chartsCommand(invocation: Invocation): Promise<Report> {
  const { root: given, options, arguments: keys, format } = invocation;
  const repository = diskRepository(given);
  const { root } = repository;
  const written = await repository.read();
  // Values that a new version refuses are no reason not to look at it.
  const model = orThrow(resolve({ ...written, upstreamSchemas: {}, upstreamAdditions: {} }));
  const known = new Map(model.chartsWithValues.map((chart) => [chart.name, chart]));
  const wanted = keys.length === 0 ? [...known.keys()].sort() : keys;
  const charts = wanted.map((key) => chartNamed(key, known));
  const gone = keys.length > 0 ? [] : strays(root, new Set(model.upstream.map(({ name }) => name)));
  const check = options.check === true;
  const work = async (): Promise<{ changes: ChartChanges[]; differing: string[] }> => {
    const files = new Map<string, string>();
    const changes: ChartChanges[] = [];
    for (const chart of charts) {
      const schema = await schemaOf(chart, invocation);
      const text = entryOf(written.upstreamSchemas, chart.name)?.text ?? null;
      changes.push(
        chartChanges(chart, text === null ? null : (JSON.parse(text) as PlainObject), schema, model),
      );
      if (text !== schemaText(schema)) files.set(fileOf(chart.name), schemaText(schema));
    }
    const created = [...files].filter(([path]) => !existsSync(join(root, path)));
    const updated = [...files].filter(([path]) => existsSync(join(root, path)));
    refuseLinks(root, files.keys());
    refuseHandWritten(root, [...updated.map(([path]) => path), ...gone]);
    if (!check)
      applyChanges(root, {
        created: new Map(created),
        updated: new Map(updated),
        deleted: gone,
        unchanged: 0,
      });
    return { changes, differing: [...files.keys(), ...gone] };
  };
  const { changes, differing } = await (check ? work() : withLock(root, work));
  const report = { version: 1, check, changes, differing };
  return {
    text: format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportText(report),
    exitCode: check && differing.length > 0 ? 1 : 0,
  };
}

function chartNamed(key: string, known: ReadonlyMap<string, Chart>): Chart {
  const chart = known.get(key);
  if (chart) return chart;
  throw new UsageError(
    `no app gives values to a chart "${key}" of charts/upstream.yaml: ${didYouMean(key, known.keys())}`,
  );
}

/** Schemas of charts that are listed no more. What people wrote beside them stays for people to delete. */
function strays(root: string, known: ReadonlySet<string>): string[] {
  const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return files
    .filter((file) => file.endsWith('.schema.json') && !known.has(file.slice(0, -'.schema.json'.length)))
    .map((file) => `${folder}/${file}`);
}

/** What somebody wrote by hand is neither replaced nor deleted. */
function refuseHandWritten(root: string, files: readonly string[]): void {
  const foreign = files.filter((file) => !textOf(root, file).includes(derivedMark));
  if (foreign.length > 0) throw new ProblemsError(foreign.map((file) => foreignFile(file, 'charts')));
}

async function schemaOf(chart: Chart, invocation: Invocation): Promise<PlainObject> {
  const progress = (line: string): void => void invocation.terminal.stderr.write(`${line}\n`);
  const charts = folderOption(invocation, 'charts', 'VERIFY_CHARTS');
  const located = await chartLocator({ helm: await obtain('helm', progress), charts, progress })(chart);
  if ('why' in located) {
    const message = `cannot read the chart ${chart.name} ${chart.version}: ${located.why}`;
    const hint = 'nothing was changed; --charts DIR names a folder that has it';
    throw new ExternalError(chart.name, message, hint, { retry: true });
  }
  const { version } = await chartSource(located.path);
  if (chart.kind === 'git' || bare(version) === bare(chart.version))
    return derivedSchema(chart, located.path);
  const message = `the chart ${chart.name} in ${located.path} is ${version}, not ${chart.version}`;
  throw new ExternalError(
    chart.name,
    message,
    'nothing was changed; --charts DIR names a folder that has it',
  );
}

interface ChartsReport {
  readonly check: boolean;
  readonly changes: readonly ChartChanges[];
  readonly differing: readonly string[];
}

function reportText({ check, changes, differing }: ChartsReport): string {
  const shown = changes.filter(({ from, to, changes: found }) => from !== to || !isEmpty(found));
  const files = differing.map((path) => `${check ? 'different' : 'written'}  ${path}\n`).join('');
  const last = differing.length === 0 ? `${changes.length} schemas are what their charts say\n` : '';
  return `${shown.map(changesText).join('')}${files}${last}`;
}
