import type { EnvironmentContext } from '../definition/context.ts';
import type { Output, OutputTree } from '../definition/output.ts';
import { inside } from '../problem/place.ts';
import { type Problem, shownIn } from '../problem/problem.ts';
import { appsOf } from './check-environments.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';
import { checkOutputs, evaluate } from './evaluate.ts';
import { podsOf } from './network.ts';
import { flatten } from './outputs.ts';
import { secretOutput } from './secrets.ts';

/** What every app of one environment can be asked, before any values are computed. */
export interface Scope {
  readonly definitions: Definitions;
  readonly environment: CheckedEnvironment;
  readonly context: EnvironmentContext;
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly outputs: ReadonlyMap<string, OutputTree>;
  /** Name of the app that is the secret store, if the environment has one. */
  readonly store: CheckedApp | null;
  /** Whether some app brings the kinds of Prometheus' operator. */
  readonly monitors: boolean;
  namespaceOf(app: string): string;
  provided(app: string): Readonly<Record<string, Output>>;
}

/** Evaluates what every app of the environment provides. */
export function scopeOf(
  definitions: Definitions,
  environment: CheckedEnvironment,
  problems: Problem[],
): Scope {
  const apps = new Map(appsOf(environment, definitions.apps).map((app) => [app.name, app]));
  const context = environmentContext(environment, apps);
  const namespaceOf = (app: string): string =>
    environment.namespacePrefix + (apps.get(app)?.namespace ?? app);
  const outputs = new Map<string, OutputTree>();
  for (const app of apps.values()) {
    const found: Problem[] = [];
    const tree = outputsOf(app, context, namespaceOf(app.name), definitions.root, found);
    problems.push(...found.map((each) => shownIn(environment.name, each)));
    outputs.set(app.name, app.secretStore ? { ...tree, store: app.secretStore } : tree);
  }
  const flat = new Map([...outputs].map(([name, tree]) => [name, flatten(tree)]));
  return {
    definitions,
    environment,
    context,
    apps,
    outputs,
    store: [...apps.values()].find((app) => app.secretStore !== undefined) ?? null,
    monitors: [...flat.values()].some((provided) =>
      hasKinds(Object.values(provided), 'monitoring.coreos.com'),
    ),
    namespaceOf,
    provided: (app) => flat.get(app) ?? {},
  };
}

const hasKinds = (outputs: readonly Output[], group: string): boolean =>
  outputs.some((output) => output.kind === 'kinds' && output.groups.includes(group));

function environmentContext(
  environment: CheckedEnvironment,
  apps: ReadonlyMap<string, CheckedApp>,
): EnvironmentContext {
  const { name, domain, size, cloud, destination } = environment;
  return {
    name: name as EnvironmentContext['name'],
    domain,
    size,
    cloud: cloud as EnvironmentContext['cloud'],
    kubernetesVersion: destination.kubernetesVersion,
    has: (app) => apps.has(app),
    bySize: (choice) => choice[size],
  };
}

function outputsOf(
  app: CheckedApp,
  environment: EnvironmentContext,
  namespace: string,
  root: string,
  problems: Problem[],
): OutputTree {
  const { provides } = app;
  if (!provides) return {};
  const context = {
    environment,
    namespace,
    secret: (name: string) => secretOutput(app, name),
    endpoint: (
      service: string,
      port: number,
      pods: { port?: number; labels?: Record<string, string> } = {},
    ) => ({
      kind: 'endpoint',
      host: `${service}.${namespace}.svc.cluster.local`,
      port,
      podPort: pods.port ?? port,
      pods: pods.labels ?? podsOf(app),
    }),
  };
  const run = (): unknown => (provides as (context: unknown) => unknown)(context);
  const place = inside(app.place, 'provides');
  const tree = evaluate(run, `provides of "${app.name}"`, root, place);
  if (tree.ok) return checkOutputs(tree.value, app.place, problems);
  problems.push(...tree.problems);
  return {};
}
