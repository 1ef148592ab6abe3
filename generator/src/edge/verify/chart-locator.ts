import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Chart, GitChart, RemoteChart } from '../../model/chart-model.ts';
import type { Located } from '../../verify/programs.ts';
import { cacheFolder } from '../cache.ts';
import { run } from '../process.ts';
import type { Progress } from '../tools/catalog.ts';

/** Where third-party charts may come from. */
export interface ChartSources {
  readonly helm: string;
  /** Folder of unpacked or packed charts, by key or by chart name; asked first. */
  readonly charts: string | null;
  readonly progress: Progress;
}

/**
 * Finds a third-party chart: in the folder that was named, in Helm's cache, among those that we kept, on the network.
 * Each chart is looked for once, however many environments use it.
 */
export function chartLocator(sources: ChartSources): (chart: Chart) => Promise<Located> {
  const known = new Map<string, Promise<Located>>();
  return (chart) => {
    const key = `${chart.name} ${chart.version}`;
    const found = known.get(key) ?? locate(chart, sources);
    known.set(key, found);
    return found;
  };
}

async function locate(chart: Chart, sources: ChartSources): Promise<Located> {
  if (chart.kind === 'first-party') return { path: chart.path };
  const given = await onThisMachine(chart, sources);
  if (given !== null) return { path: given };
  const fetched = await (chart.kind === 'git' ? fetchFolder(chart, sources) : pullChart(chart, sources));
  const other = othersIn(chart, sources.charts);
  return 'why' in fetched && other !== null ? { why: `${other}; ${fetched.why}` } : fetched;
}

/** A third-party chart that can be had without the network. */
export async function onThisMachine(
  chart: RemoteChart | GitChart,
  { charts, helm }: ChartSources,
): Promise<string | null> {
  return inFolder(chart, charts) ?? inFolder(chart, await helmCache(helm)) ?? kept(chart);
}

/** A chart that an earlier run fetched. */
function kept(chart: RemoteChart | GitChart): string | null {
  if (chart.kind === 'git') {
    const done = join(checkoutOf(chart), chart.path);
    return existsSync(done) ? done : null;
  }
  const folder = downloadsOf(chart);
  const packed = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.tgz')) : undefined;
  return packed === undefined ? null : join(folder, packed);
}

const downloadsOf = ({ name, version }: RemoteChart): string =>
  join(cacheFolder(), 'charts', `${name}-${version}`);
const checkoutOf = ({ name, revision }: GitChart): string =>
  join(cacheFolder(), 'git', `${name}-${revision.slice(0, 12)}`);

/** `<key>`, `<chart>-<version>.tgz` or `<chart>` in a folder, where it is the version that is asked for. */
function inFolder(chart: RemoteChart | GitChart, folder: string | null): string | null {
  return pathsIn(chart, folder).find((path) => otherVersion(path, chart) === null) ?? null;
}

/** What lies in a folder in place of a chart. */
function othersIn(chart: RemoteChart | GitChart, folder: string | null): string | null {
  const [path] = pathsIn(chart, folder);
  return path === undefined ? null : `${path} is ${otherVersion(path, chart)}, not ${chart.version}`;
}

function pathsIn(chart: RemoteChart | GitChart, folder: string | null): string[] {
  if (folder === null) return [];
  const packed = chart.kind === 'git' ? [] : [`${chart.chart}-${chart.version}.tgz`, chart.chart];
  return [chart.name, ...packed].map((name) => join(folder, name)).filter((path) => existsSync(path));
}

/** The version that a folder says it is, where that is not the chart's. A folder of manifests says nothing. */
function otherVersion(path: string, chart: RemoteChart | GitChart): string | null {
  const file = join(path, 'Chart.yaml');
  if (chart.kind === 'git' || !existsSync(file)) return null;
  const { version } = parse(readFileSync(file, 'utf8')) as { version?: unknown };
  return bare(String(version)) === bare(chart.version) ? null : String(version);
}

/** Some projects call a release v1.2.3 and its chart 1.2.3. */
export const bare = (version: string): string => version.replace(/^v/, '');

/** Where Helm itself keeps charts that somebody pulled. */
async function helmCache(helm: string): Promise<string | null> {
  const ended = await run(helm, ['env', 'HELM_REPOSITORY_CACHE']);
  return ended?.code === 0 ? ended.stdout.trim() : null;
}

async function pullChart(chart: RemoteChart, { helm, progress }: ChartSources): Promise<Located> {
  const folder = downloadsOf(chart);
  mkdirSync(folder, { recursive: true });
  progress(`pulling ${chart.name} ${chart.version}`);
  const from =
    chart.kind === 'oci'
      ? [`oci://${chart.repository}/${chart.chart}`]
      : [chart.chart, `--repo=${chart.repository}`];
  const ended = await run(helm, ['pull', ...from, `--version=${chart.version}`, `--destination=${folder}`]);
  const pulled = ended?.code === 0 ? kept(chart) : null;
  if (pulled !== null) return { path: pulled };
  return { why: lastLine(ended?.stderr) };
}

async function fetchFolder(chart: GitChart, { progress }: ChartSources): Promise<Located> {
  const folder = checkoutOf(chart);
  mkdirSync(folder, { recursive: true });
  progress(`fetching ${chart.name} ${chart.version}`);
  // Only the blobs of one folder at one commit: the whole repositories are hundreds of megabytes.
  const steps = [
    ['init', '--quiet'],
    ['sparse-checkout', 'set', '--no-cone', `/${chart.path}`],
    ['fetch', '--quiet', '--depth=1', '--filter=blob:none', chart.repository, chart.revision],
    ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', 'FETCH_HEAD'],
  ];
  for (const step of steps) {
    const ended = await run('git', step, { cwd: folder, env: { GIT_TERMINAL_PROMPT: '0' } });
    if (ended?.code !== 0) return { why: lastLine(ended?.stderr) };
  }
  const done = kept(chart);
  return done === null ? { why: `there is no ${chart.path} at ${chart.revision}` } : { path: done };
}

const lastLine = (stderr: string | undefined): string =>
  stderr?.trim().split('\n').at(-1) ?? 'the program is missing';
