import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ExternalError } from '../../problem/errors.ts';
import type { Programs, Rendered, RenderRequest, SchemaFinding } from '../../verify/programs.ts';
import { run } from '../process.ts';
import { type ChartSources, chartLocator } from './chart-locator.ts';
import { derivedSchema } from './derived-schema.ts';
import { manifestsIn } from './manifests-in.ts';
import { chartSource } from './read-chart.ts';
import { runHealthChecks } from './run-health-checks.ts';

/** Where the real programs are, and where they find charts and schemas. */
export interface ProgramOptions extends ChartSources {
  readonly kubeconform: string;
  readonly glua: string;
  /** Schema locations as kubeconform takes them, in order. */
  readonly schemaLocations: readonly string[];
}

/** The real programs. */
export function realPrograms(options: ProgramOptions): Programs {
  return {
    render: (request) => render(options.helm, request),
    readFolder: async (folder, include) => ({ ok: true, text: manifestsIn(folder, include) }),
    locate: chartLocator(options),
    readChart: chartSource,
    deriveSchema: derivedSchema,
    validate: (texts) => validate(options, texts),
    judge: (runs) => runHealthChecks(options.glua, runs),
    inParallel,
  };
}

async function render(helm: string, request: RenderRequest): Promise<Rendered> {
  const { chart, release, namespace, values, kubernetesVersion, set = {} } = request;
  const ended = await run(helm, [
    'template',
    release,
    chart,
    `--namespace=${namespace}`,
    `--kube-version=${kubernetesVersion}.0`,
    '--skip-crds',
    '--skip-tests',
    ...(values === null ? [] : [`--values=${values}`]),
    ...Object.entries(set).map(([key, value]) => `--set-string=${key}=${value}`),
  ]);
  if (ended === null) throw new ExternalError('helm', `cannot run ${helm}`, 'run npm run setup');
  return ended.code === 0
    ? { ok: true, text: ended.stdout }
    : { ok: false, message: withoutNoise(ended.stderr) };
}

/** Helm talks of every linked chart on its way. */
const withoutNoise = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => !line.startsWith('level=INFO'))
    .join('\n');

interface Resource {
  readonly filename: string;
  readonly kind: string;
  readonly name: string;
  readonly version: string;
  readonly status: 'statusValid' | 'statusInvalid' | 'statusError' | 'statusSkipped' | 'statusEmpty';
  readonly msg: string;
}

async function validate(
  { kubeconform, schemaLocations }: ProgramOptions,
  texts: ReadonlyMap<string, string>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'gitops-verify-'));
  try {
    for (const [name, text] of texts) {
      const file = join(folder, `${name}.yaml`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const locations = schemaLocations.flatMap((location) => ['-schema-location', location]);
    const ended = await run(kubeconform, ['-strict', '-verbose', '-output', 'json', ...locations, folder]);
    if (ended === null)
      throw new ExternalError('kubeconform', `cannot run ${kubeconform}`, 'run npm run setup');
    return summarize(resourcesOf(ended.stdout, ended.stderr), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resourcesOf(stdout: string, stderr: string): Resource[] {
  try {
    return (JSON.parse(stdout) as { resources?: Resource[] }).resources ?? [];
  } catch (error) {
    throw new ExternalError(
      'kubeconform',
      `kubeconform said: ${stderr.trim() || stdout.slice(0, 500)}`,
      'is it the right version?',
      { cause: error },
    );
  }
}

function summarize(resources: readonly Resource[], folder: string) {
  const nameOf = (filename: string): string => relative(folder, filename).replace(/\.yaml$/, '');
  const objects = new Map<string, number>();
  const findings: SchemaFinding[] = [];
  for (const { filename, kind, name, version, status, msg } of resources) {
    const file = nameOf(filename);
    if (status !== 'statusEmpty' && kind !== '') objects.set(file, (objects.get(file) ?? 0) + 1);
    // A document of nothing but comments has no status at all; what could not be read has no kind.
    if (status === 'statusValid' || status === 'statusEmpty' || (kind === '' && msg === '')) continue;
    const missing = /could not find schema|failed downloading schema/.test(msg);
    findings.push({
      file,
      kind,
      name,
      apiVersion: version,
      status: missing ? 'no-schema' : 'invalid',
      message: msg,
    });
  }
  return { findings, objects };
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
