import type { EnvironmentContext } from '../definition/context.ts';
import type { Output, OutputTree, SecretStore } from '../definition/output.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';
import { inside, keyPath } from '../problem/location.ts';
import { failure, gathering, type Problem, type Result, success } from '../problem/problem.ts';
import { sizeOf } from './app-size.ts';
import { authoredData } from './authored-data.ts';
import { appsOf } from './check-environments.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';
import { checkOutputs, evaluate } from './evaluate.ts';
import { exposureOf, gatewayOf } from './gateway.ts';
import { type Pulling, pullingOf } from './image-reference.ts';
import { type ObjectStore, objectStoreOf } from './object-store.ts';
import { flatten } from './outputs.ts';
import { type ProvidesScope, providesContext } from './provides-context.ts';

/** What every app of one environment can be asked, before any values are computed. */
export interface Scope {
  readonly definitions: Definitions;
  readonly environment: CheckedEnvironment;
  readonly context: EnvironmentContext;
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly outputs: ReadonlyMap<string, OutputTree>;
  /** The app that is the secret store, if an app is. */
  readonly store: CheckedApp | null;
  /** The store, be it of an app or of the cluster. */
  readonly secretStore: SecretStore | null;
  /** The app that is the object store, if an app is. */
  readonly objectStore: ObjectStore | null;
  /** The app that lets requests in from outside, if an app does. */
  readonly gateway: CheckedApp | null;
  /** How requests get in from outside; null where none do. */
  readonly exposure: ExposureShape | null;
  readonly pulling: Pulling;
  /** Whether the CRDs of Prometheus' operator are there. */
  readonly monitors: boolean;
  namespaceOf(app: string): string;
  provided(app: string): Readonly<Record<string, Output>>;
  /** Why apps provide nothing that should. */
  readonly problems: readonly Problem[];
}

/** Evaluates what every app of the environment provides. */
export function scopeOf(definitions: Definitions, environment: CheckedEnvironment): Scope {
  const apps = new Map(appsOf(environment, definitions.apps).map((app) => [app.name, app]));
  const stated = environmentContext(environment, apps);
  const namespaceOf = (app: string): string =>
    environment.namespacePrefix + (apps.get(app)?.namespace ?? app);
  const gateway = gatewayOf(environment, apps);
  const exposure = exposureOf(environment, gateway, namespaceOf);
  const { problems, take } = gathering();
  const provides = (app: CheckedApp, context: EnvironmentContext): OutputTree => {
    const size = sizeOf(app, environment);
    const around = { environment: context, size, namespace: namespaceOf(app.name), exposure };
    return take(outputsOf(app, around, definitions)) ?? {};
  };
  const storing = [...apps.values()].find(({ objectStore }) => objectStore !== undefined);
  const server = apps.get(storing?.objectStore?.server ?? '');
  const objectStore =
    (storing && server && take(objectStoreOf(storing, flatten(provides(server, stated))))) ?? null;
  const context = objectStore ? withStore(stated, objectStore) : stated;
  const outputs = new Map(
    [...apps.values()].map((app): [string, OutputTree] => {
      const tree = provides(app, context);
      return [app.name, app.secretStore ? { ...tree, store: app.secretStore } : tree];
    }),
  );
  const flat = new Map([...outputs].map(([name, tree]) => [name, flatten(tree)]));
  const store = [...apps.values()].find((app) => app.secretStore !== undefined) ?? null;
  return {
    definitions,
    environment,
    context,
    apps,
    outputs,
    store,
    secretStore: store?.secretStore ?? existingStore(environment),
    objectStore,
    gateway,
    exposure,
    pulling: pullingOf(environment, definitions.platform),
    monitors:
      environment.existing.kinds.includes(monitoring) ||
      [...flat.values()].some((provided) => hasKinds(Object.values(provided), monitoring)),
    namespaceOf,
    provided: (app) => flat.get(app) ?? {},
    problems,
  };
}

/** The address of the store where apps look for it: in the cloud, as any other's. */
function withStore(context: EnvironmentContext, { endpoint, region }: ObjectStore): EnvironmentContext {
  const address = `http://${endpoint.host}:${endpoint.port}`;
  const cloud = {
    ...context.cloud,
    objectStore: { endpoint: address, region },
  } as EnvironmentContext['cloud'];
  return { ...context, cloud };
}

const monitoring = 'monitoring.coreos.com';

function existingStore({ existing }: CheckedEnvironment): SecretStore | null {
  const { secretStore: name } = existing;
  return name === undefined ? null : { kind: 'secret-store', storeKind: 'ClusterSecretStore', name };
}

const hasKinds = (outputs: readonly Output[], group: string): boolean =>
  outputs.some((output) => output.kind === 'kinds' && output.groups.includes(group));

function environmentContext(
  environment: CheckedEnvironment,
  apps: ReadonlyMap<string, CheckedApp>,
): EnvironmentContext {
  const { name, domain, size, cloud, alerts, destination } = environment;
  return {
    name: name as EnvironmentContext['name'],
    domain,
    size,
    cloud: cloud as EnvironmentContext['cloud'],
    alerts,
    kubernetesVersion: destination.kubernetesVersion,
    has: (app) => apps.has(app),
  };
}

function outputsOf(app: CheckedApp, scope: ProvidesScope, definitions: Definitions): Result<OutputTree> {
  const { provides } = app;
  if (!provides) return success({});
  const context = providesContext(app, scope);
  const authored = {
    run: (): unknown => (provides as (context: unknown) => unknown)(context),
    what: `provides of "${app.name}"`,
    location: inside(app.location, 'provides'),
    given: Object.keys(context),
  };
  const tree = evaluate(authored, definitions);
  if (!tree.ok) return tree;
  const read = authoredData(tree.value, (path) => inside(app.location, keyPath(['provides', ...path])));
  if (!read.ok) return read;
  const problems = checkOutputs(read.value, app.location);
  return problems.length > 0 ? failure(problems) : success(read.value as OutputTree);
}
