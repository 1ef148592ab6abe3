import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PlainObject } from '../../src/definition/plain.ts';
import { cacheFolder } from '../../src/edge/cache.ts';
import { obtain } from '../../src/edge/tools/obtain.ts';
import { realPrograms } from '../../src/edge/verify/programs.ts';
import type { Chart } from '../../src/model/model.ts';
import { type Manifest, manifestsOf } from '../../src/verify/manifest.ts';
import { read, temporaryFolder, write } from './folder.ts';
import { repository } from './program.ts';

/** The environments that this repository ships. */
export const environments: readonly string[] = readdirSync(join(repository, 'environments')).filter((name) =>
  existsSync(join(repository, 'environments', name, 'environment.ts')),
);

const candidate = (environment: string): string => `environments/${environment}/generated/candidate`;

/** A committed file of the tree, as data. */
export const data = (path: string): PlainObject => parse(read(repository, path)) as PlainObject;

/** What an app gives to its chart, as it is committed. */
export const valuesOf = (app: string, environment: string): PlainObject =>
  data(`${candidate(environment)}/values/${app}.yaml`);

/** The Application that Argo CD runs an app from. */
export const applicationOf = (app: string, environment: string): PlainObject =>
  data(`${candidate(environment)}/applications/${app}.yaml`);

interface Plan {
  readonly name: string;
  readonly layer: string;
  readonly wave: number;
  readonly namespace: string;
  readonly chart: { readonly kind: Chart['kind']; readonly name: string; readonly version: string };
  readonly images: Readonly<Record<string, string>>;
  readonly dependsOn: readonly string[];
  readonly uses: readonly string[];
  readonly provides: Readonly<Record<string, PlainObject>>;
  readonly consumes: Readonly<Record<string, PlainObject>>;
  readonly keepsData: boolean;
}

export const planOf = (app: string, environment: string): Plan =>
  data(`${candidate(environment)}/plan/${app}.yaml`) as unknown as Plan;

/** Names of all apps of an environment. */
export const appsIn = (environment: string): string[] =>
  readdirSync(join(repository, candidate(environment), 'plan')).map((file) => file.replace(/\.yaml$/, ''));

const programs = obtain('helm', () => undefined).then((program) =>
  realPrograms({
    helm: program,
    kubeconform: 'kubeconform',
    charts: process.env.VERIFY_CHARTS || null,
    schemaLocations: [],
    progress: () => undefined,
  }),
);

const renders = new Map<string, Promise<readonly Manifest[]>>();

/** The objects of an app of ours, from the committed values; each once in a file of tests. */
export function rendered(app: string, environment: string): Promise<readonly Manifest[]> {
  const key = `${environment}/${app}`;
  const known = renders.get(key) ?? render(app, environment, `${candidate(environment)}/values/${app}.yaml`);
  renders.set(key, known);
  return known;
}

/** The objects of an app of ours in each environment. */
export const inEveryEnvironment = (app: string): Promise<(readonly [string, readonly Manifest[]])[]> =>
  Promise.all(
    environments.map(async (environment) => [environment, await rendered(app, environment)] as const),
  );

/** The same with other values. */
export function renderedWith(
  app: string,
  environment: string,
  change: (values: PlainObject) => void,
): Promise<readonly Manifest[]> {
  const values = valuesOf(app, environment);
  change(values);
  const folder = temporaryFolder();
  // JSON is YAML by every version of it; Helm goes by the old one, where "on" is a boolean.
  write(folder, { 'values.yaml': JSON.stringify(values) });
  return render(app, environment, join(folder, 'values.yaml'));
}

/** What the companion chart adds to a chart of others. */
export function companionOf(app: string, environment: string): Promise<readonly Manifest[]> {
  const file = `${candidate(environment)}/values/${app}.companion.yaml`;
  const { namespace } = planOf(app, environment);
  const known =
    renders.get(file) ??
    helm(join(repository, 'charts/companion'), `${app}-companion`, namespace, join(repository, file));
  renders.set(file, known);
  return known;
}

async function render(app: string, environment: string, values: string): Promise<readonly Manifest[]> {
  const { chart, namespace } = planOf(app, environment);
  const folder = chart.kind === 'first-party' ? join(repository, 'charts', chart.name) : await located(chart);
  if (folder === null) throw new Error(`the chart ${chart.name} could not be had`);
  return helm(folder, app, namespace, values.startsWith('/') ? values : join(repository, values));
}

async function helm(
  chart: string,
  release: string,
  namespace: string,
  values: string,
): Promise<readonly Manifest[]> {
  const kubernetesVersion = '1.34';
  const result = await (await programs).render({ chart, release, namespace, values, kubernetesVersion });
  if (!result.ok) throw new Error(result.message);
  return manifestsOf(result.text);
}

/**
 * Where the chart of another project lies: in the folder that `$VERIFY_CHARTS` names, or among those that `verify` has
 * pulled before. Null where it is in neither: tests ask no network, and those that need the chart are then skipped.
 */
async function located({ name, version }: Plan['chart']): Promise<string | null> {
  const entries = data('charts/upstream.yaml').charts as Record<string, Record<string, string>>;
  const { oci, repository: url, chart = '' } = entries[name] ?? {};
  const given = [name, `${chart}-${version}.tgz`, chart].map((file) =>
    join(process.env.VERIFY_CHARTS || '-', file),
  );
  const kept = join(cacheFolder(), 'charts', `${name}-${version}`);
  const pulled = existsSync(kept) && readdirSync(kept).some((file) => file.endsWith('.tgz'));
  if (!pulled && !given.some((path) => existsSync(path))) return null;
  const kind = oci === undefined ? 'repository' : 'oci';
  const found = await (await programs).locate({ kind, name, repository: String(oci ?? url), chart, version });
  return 'path' in found ? found.path : null;
}

/** Whether the chart of an app can be had. `verify` says which could not. */
export const hasChart = async (app: string): Promise<boolean> =>
  (await located(planOf(app, environments[0] as string).chart)) !== null;
