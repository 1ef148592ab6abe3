import type { EnvironmentModel, Model } from '../model/model.ts';
import { merged, type Problem, problem, shownIn } from '../problem/problem.ts';
import { argocdObjects } from './argocd-objects.ts';
import { checks } from './checks/all.ts';
import { isBuiltIn } from './checks/scope.ts';
import { sharedObjects } from './checks/shared.ts';
import { clustersOf } from './cluster.ts';
import { compareSchemas } from './derived-schemas.ts';
import { problemsOf, unusedExceptions } from './exceptions.ts';
import { checkOwnCharts } from './own-charts.ts';
import type { Programs, SchemaFinding } from './programs.ts';
import { type Folders, type RenderedApp, type RenderOutcome, renderApp } from './rendered.ts';
import { runHealth } from './run-health.ts';
import { checkSteps } from './version-steps.ts';

/** One environment, as far as it could be looked at. */
export interface VerifiedEnvironment {
  readonly name: string;
  readonly apps: number;
  readonly rendered: number;
  readonly objects: number;
}

/** What `verify` found. What could not be looked at is part of the result, never left out. */
export interface Verification {
  readonly environments: readonly VerifiedEnvironment[];
  /** Charts that could not be had, with the apps that use them. */
  readonly unreachable: readonly {
    readonly chart: string;
    readonly why: string;
    readonly apps: readonly string[];
  }[];
  /** Custom kinds whose schema could not be had, with the number of objects. */
  readonly unchecked: readonly { readonly kind: string; readonly objects: number }[];
  /** Schemas of third-party charts: how many were held against their chart, of how many. */
  readonly schemas: { readonly compared: number; readonly all: number };
  /** Whether everything could be looked at. */
  readonly complete: boolean;
  readonly problems: readonly Problem[];
}

/** Renders every app of every environment with the real programs, and looks at what comes out. */
export async function verify(
  model: Model,
  environments: readonly EnvironmentModel[],
  folders: Folders,
  programs: Programs,
): Promise<Verification> {
  const jobs = environments.flatMap((environment) => environment.apps.map((app) => ({ environment, app })));
  const outcomes = await programs.inParallel(jobs, ({ app, environment }) =>
    renderApp(app, environment, model.companion, folders, programs),
  );
  const rendered = outcomes.flatMap((outcome) => (outcome.kind === 'rendered' ? [outcome.value] : []));
  const texts = new Map([
    ...textsOf(rendered),
    ...(await argocdObjects(model, environments, folders, programs)),
  ]);
  const { findings, objects } = await programs.validate(texts);
  const { compared, all, problems: badSchemas } = await compareSchemas(model, environments, programs);
  const { platform, contracts, healthChecks } = model;
  const context = { all: rendered, clusters: clustersOf(rendered), platform, contracts, healthChecks };
  const found = [
    ...rendered.flatMap((app) => checks.flatMap((check) => check(app, context))),
    ...sharedObjects(rendered),
  ];
  const problems = [
    ...outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? outcome.problems : [])),
    ...problemsOf(found),
    // An exception may be for an environment that was not looked at.
    ...(environments.length < model.environments.length
      ? []
      : unusedExceptions(found, rendered, environments)),
    ...(await checkOwnCharts(environments, folders, programs)),
    ...schemaProblems(findings, rendered),
    ...unaccounted(findings, objects, rendered),
    ...badSchemas,
    ...(await checkSteps(model, environments, programs)),
    ...schemalessCharts(model, environments),
    ...(await runHealth(healthChecks, rendered, programs)),
  ];
  const unseen = { unreachable: unreachable(outcomes), unchecked: unchecked(findings) };
  return {
    environments: environments.map((environment) => summary(environment, rendered, objects)),
    ...unseen,
    schemas: { compared, all },
    complete: unseen.unreachable.length + unseen.unchecked.length === 0 && compared === all,
    problems: merged(problems),
  };
}

function textsOf(rendered: readonly RenderedApp[]): [string, string][] {
  return rendered.map(({ environment, app, texts }) => [
    `${environment.name}/${app.name}`,
    texts.join('\n---\n'),
  ]);
}

function summary(
  environment: EnvironmentModel,
  rendered: readonly RenderedApp[],
  objects: ReadonlyMap<string, number>,
): VerifiedEnvironment {
  const counts = [...objects].filter(([file]) => file.startsWith(`${environment.name}/`)).map(([, n]) => n);
  return {
    name: environment.name,
    apps: environment.apps.length,
    rendered: rendered.filter((app) => app.environment.name === environment.name).length,
    objects: counts.reduce((sum, n) => sum + n, 0),
  };
}

/** Without a schema, a misspelt value of a chart of ours would be left out without a word. */
function schemalessCharts(model: Model, environments: readonly EnvironmentModel[]): Problem[] {
  const used = environments.flatMap(({ apps }) => apps.map(({ chart }) => chart));
  const without = new Set(model.firstParty.filter(({ schema }) => schema === null).map(({ name }) => name));
  const paths = used.flatMap((chart) =>
    chart.kind === 'first-party' && without.has(chart.name) ? [chart.path] : [],
  );
  return [...new Set(paths)].map((path) =>
    problem(
      'bad-chart',
      { file: `${path}/values.schema.json` },
      'the chart has no schema, so a misspelt value would be ignored',
      'write one, with additionalProperties: false; generator/charts/service has an example',
    ),
  );
}

/** A built-in kind without a schema is a mistake; a custom kind without one is only not looked at. */
function schemaProblems(findings: readonly SchemaFinding[], rendered: readonly RenderedApp[]): Problem[] {
  return findings
    .filter(({ status, apiVersion }) => status === 'invalid' || isBuiltIn(groupOf(apiVersion)))
    .map(({ file, kind, name, message }) => {
      const owner = rendered.find(({ environment, app }) => `${environment.name}/${app.name}` === file);
      const location = owner?.app.location ?? { file };
      const found = problem(
        'invalid-manifest',
        location,
        `${owner?.app.name ?? file}: ${kind === '' ? `a document ${JSON.stringify(name)}:` : `${kind}/${name}`} ${gist(message)}`,
      );
      return owner ? shownIn(owner.environment.name, found) : found;
    });
}

/** Every object of a render must have a verdict: what none was given for was not looked at. */
function unaccounted(
  findings: readonly SchemaFinding[],
  objects: ReadonlyMap<string, number>,
  rendered: readonly RenderedApp[],
): Problem[] {
  return rendered.flatMap(({ environment, app, manifests }) => {
    const file = `${environment.name}/${app.name}`;
    const unread = findings.filter((found) => found.file === file && found.kind === '').length;
    // A list is looked at item by item.
    const wanted = manifests.filter(({ kind }) => kind !== 'List').length;
    const looked = (objects.get(file) ?? 0) + unread;
    if (looked >= wanted) return [];
    const message = `${app.name}: ${looked} of ${wanted} objects were held against a schema`;
    return [
      shownIn(
        environment.name,
        problem('invalid-manifest', app.location, message, 'see what helm template prints'),
      ),
    ];
  });
}

function unchecked(findings: readonly SchemaFinding[]): Verification['unchecked'] {
  const counts = new Map<string, number>();
  for (const { status, apiVersion, kind } of findings) {
    if (status === 'invalid' || isBuiltIn(groupOf(apiVersion))) continue;
    counts.set(`${apiVersion}/${kind}`, (counts.get(`${apiVersion}/${kind}`) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, objects]) => ({ kind, objects }));
}

function unreachable(outcomes: readonly RenderOutcome[]): Verification['unreachable'] {
  const charts = new Map<string, { why: string; apps: string[] }>();
  for (const outcome of outcomes) {
    if (outcome.kind !== 'unreachable') continue;
    const known = charts.get(outcome.chart) ?? { why: outcome.why, apps: [] };
    charts.set(outcome.chart, { ...known, apps: [...known.apps, `${outcome.environment}/${outcome.app}`] });
  }
  return [...charts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([chart, rest]) => ({ chart, ...rest }));
}

/** Of what kubeconform says, the part that tells where and why. */
const gist = (message: string): string =>
  message.replace(/^.*?jsonschema validation failed with \S+ - /s, '').replaceAll(/\s*\n\s*/g, '; ');

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
