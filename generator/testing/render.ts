import { join } from 'node:path';
import type { App } from '../src/definition/app-reference.ts';
import type { Plain, PlainObject } from '../src/definition/plain.ts';
import { obtain } from '../src/edge/tools/obtain.ts';
import { onThisMachine } from '../src/edge/verify/chart-locator.ts';
import { realPrograms } from '../src/edge/verify/real-programs.ts';
import { type Manifest, manifestsOf } from '../src/verify/manifest.ts';
import type { RenderRequest } from '../src/verify/programs.ts';
import { temporaryFolder, write } from './folder.ts';
import { onFirstUse } from './on-first-use.ts';
import { type Sample, samplesOf } from './platform.ts';
import { repository } from './program.ts';

const sources = onFirstUse(async () => ({
  helm: await obtain('helm', () => undefined),
  charts: process.env.VERIFY_CHARTS || null,
  progress: () => undefined,
}));
const programs = onFirstUse(async () =>
  realPrograms({ ...(await sources()), kubeconform: '', glua: '', schemaLocations: [] }),
);

/** An app in a sample environment, with its values and the objects that its chart renders from them. */
export interface RenderedSample extends Sample {
  readonly values: PlainObject;
  readonly manifests: readonly Manifest[];
}

/** An app as it is rendered in every sample environment. */
export const renderedSamplesOf = async (app: App): Promise<RenderedSample[]> =>
  Promise.all((await samplesOf(app)).map(async (sample) => ({ ...sample, ...(await rendered(sample)) })));

/** The objects of an app, or of the values that a change makes of its own. */
export async function rendered(
  sample: Sample,
  change: (values: Record<string, Plain>) => void = () => undefined,
): Promise<Pick<RenderedSample, 'values' | 'manifests'>> {
  const values = structuredClone(sample.app.values ?? {}) as Record<string, Plain>;
  change(values);
  const chart = await chartOf(sample);
  if (chart === null) throw new Error(`the chart ${sample.app.chart.name} cannot be had: see hasChart`);
  return { values, manifests: await template(sample, chart, values) };
}

/** What the companion chart adds to a third-party chart. */
export async function companionOf(sample: Sample): Promise<readonly Manifest[]> {
  const { companion } = sample.app;
  return companion === null
    ? []
    : template(sample, join(repository, 'generator/charts/companion'), companion);
}

/** Whether the chart of an app is on this machine. Tests ask no network; `verify` names the charts that it lacks. */
export async function hasChart(app: App): Promise<boolean> {
  const [sample] = await samplesOf(app);
  return sample !== undefined && isRenderable(sample);
}

/** The same, of an app in an environment. */
export const isRenderable = async (sample: Sample): Promise<boolean> => (await chartOf(sample)) !== null;

async function chartOf({ app: { chart } }: Sample): Promise<string | null> {
  return chart.kind === 'first-party' ? join(repository, chart.path) : onThisMachine(chart, await sources());
}

/** What charts made of values, by all that it hangs on: files of tests ask for the same again and again. */
const made = new Map<string, Promise<readonly Manifest[]>>();

function template({ app, environment }: Sample, chart: string, values: PlainObject) {
  const { name: release, namespace } = app;
  const { kubernetesVersion } = environment.destination;
  const text = JSON.stringify(values);
  const key = JSON.stringify([chart, release, namespace, kubernetesVersion, text]);
  const manifests = made.get(key) ?? helmTemplate({ chart, release, namespace, kubernetesVersion }, text);
  made.set(key, manifests);
  return manifests;
}

async function helmTemplate(
  request: Omit<RenderRequest, 'values'>,
  text: string,
): Promise<readonly Manifest[]> {
  const folder = temporaryFolder();
  // JSON is YAML by every version of it; Helm goes by the old one, where "on" is a boolean.
  write(folder, { 'values.yaml': text });
  const result = await (await programs()).render({ ...request, values: join(folder, 'values.yaml') });
  if (!result.ok) throw new Error(result.message);
  return frozen(manifestsOf(result.text));
}

/** Nobody may change what others are given too. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
