import type { StoredSecret } from '../definition/context.ts';
import { layerIndex } from '../definition/layer.ts';
import type { Output, SecretOutput } from '../definition/output.ts';
import { inside } from '../problem/place.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { appContext, noReadings, type Readings } from './app-context.ts';
import { companionChart } from './charts.ts';
import { identityOf } from './cloud.ts';
import type { CheckedApp } from './definitions.ts';
import { evaluate } from './evaluate.ts';
import type { AppModel, Chart, NetworkModel, PlainObject } from './model.ts';
import { type Connection, endpointsOf, networkOf } from './network.ts';
import { merge, toPlain } from './plain.ts';
import { platformBlock } from './platform-block.ts';
import type { Scope } from './resolve-environment.ts';
import { storedSecrets } from './secrets.ts';

/** What came out of an app's functions, before the apps know of each other. */
interface Evaluated {
  readonly app: CheckedApp;
  readonly values: PlainObject | null;
  readonly companion: PlainObject | null;
  readonly readings: Readings;
}

/** Resolves the apps of an environment. The secret store comes last: it must know what all others read. */
export function resolveApps(scope: Scope, problems: Problem[]): AppModel[] {
  const others = [...scope.apps.values()].filter((app) => app !== scope.store);
  const evaluated = others.map((app) => evaluateApp(app, scope, [], problems));
  if (scope.store) {
    const read = evaluated.flatMap(({ readings }) => [...readings.secrets.values()].map(nameOfSecret));
    const stored = storedSecrets(read, scope.apps);
    evaluated.push(evaluateApp(scope.store, scope, stored, problems));
    problems.push(...evaluated.flatMap(({ app, readings }) => tooEarlyForSecrets(app, readings, scope)));
  }
  const connections = evaluated.flatMap((each) => connectionsOf(each, scope));
  return evaluated
    .map((each) => appModel(each, scope, connections, evaluated))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const nameOfSecret = ({
  owner,
  secret,
}: {
  owner: string;
  secret: string;
}): { owner: string; name: string } => ({
  owner,
  name: secret,
});

function evaluateApp(
  app: CheckedApp,
  scope: Scope,
  stored: readonly StoredSecret[],
  problems: Problem[],
): Evaluated {
  const readings = noReadings();
  const context = appContext(app, scope, stored, readings);
  const run = (which: 'values' | 'companion'): PlainObject | null => {
    const code = app[which] as ((context: unknown) => unknown) | undefined;
    if (!code) return null;
    const what = `${which} of "${app.name}" for ${scope.environment.name}`;
    const place = inside(app.place, which);
    const returned = evaluate(() => code(context), what, scope.definitions.root, place, problems);
    return returned === undefined ? null : toPlain(returned, app.place, problems);
  };
  const overrides = scope.environment.apps.override.filter((override) => override.app === app.name);
  const values = overrides.reduce<PlainObject | null>(
    (sum, { values: over }) => merge(sum ?? {}, toPlain(over, scope.environment.place, problems)),
    run('values'),
  );
  return { app, values, companion: run('companion'), readings };
}

function connectionsOf({ app, readings }: Evaluated, scope: Scope): Connection[] {
  const targets = [...new Set([...app.dependsOn, ...app.uses])].filter((name) => scope.apps.has(name));
  return targets.map((to) => {
    const read = readings.consumes.get(to);
    const endpoints = endpointsOf(
      read && Object.fromEntries(read),
      scope.provided(to),
      app.uses.includes(to),
    );
    return { from: app.name, to, endpoints };
  });
}

/** An app that reads secrets waits for the store, so the store must not wait for it. */
function tooEarlyForSecrets(
  app: CheckedApp,
  readings: Readings,
  { store, apps, environment }: Scope,
): Problem[] {
  if (!store || app === store || readings.secrets.size === 0) return [];
  if (layerIndex(app.layer) >= layerIndex(store.layer) && !needs(store, app.name, apps)) return [];
  const message = `"${app.name}" needs a secret, but in ${environment.name} it comes up before the secret store "${store.name}"`;
  return [
    problem(
      'no-secret-store',
      app.place,
      message,
      'let it do without the secret, or move it to a later layer',
    ),
  ];
}

function needs(app: CheckedApp, name: string, apps: ReadonlyMap<string, CheckedApp>): boolean {
  return app.dependsOn.some((need) => {
    const needed = apps.get(need);
    return need === name || (needed !== undefined && needs(needed, name, apps));
  });
}

function appModel(
  { app, values, companion, readings }: Evaluated,
  scope: Scope,
  connections: readonly Connection[],
  all: readonly Evaluated[],
): AppModel {
  const { definitions, environment, store } = scope;
  const graph = { apps: scope.apps, connections, namespaceOf: scope.namespaceOf };
  const { cloud } = scope.context;
  const network = networkOf(app, graph, readings.buckets.size > 0, cloud, definitions.platform.scraper);
  const secrets = [...readings.secrets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chart = chartOf(app, scope);
  const namespaces = [app.namespace, ...app.extraNamespaces].map(
    (name) => environment.namespacePrefix + name,
  );
  return {
    ...pick(app),
    namespace: scope.namespaceOf(app.name),
    chart,
    images: sorted(readings.images),
    dependsOn: [
      ...new Set([...app.dependsOn, ...(secrets.length > 0 && store && app !== store ? [store.name] : [])]),
    ].sort(),
    uses: [...new Set(app.uses.filter((name) => scope.apps.has(name)))].sort(),
    provides: app === store ? withStored(scope, all) : scope.provided(app.name),
    consumes: consumesOf(app, readings, scope),
    secrets: secrets.map(({ secret: _, ...use }) => use),
    ...valuesOf(app, chart, { values, companion }, network, secrets, scope),
    namespaces: [...new Set(namespaces)],
    network,
  };
}

function pick(app: CheckedApp) {
  const { name, description, layer, seed, place, keepsData, patience, clusterKinds, podSecurity } = app;
  return { name, description, layer, seed, place, keepsData, patience, clusterKinds, podSecurity };
}

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Gives the computed block to the chart itself, or to the companion of a chart that cannot take it. */
function valuesOf(
  app: CheckedApp,
  chart: Chart,
  { values, companion }: Pick<Evaluated, 'values' | 'companion'>,
  network: NetworkModel,
  secrets: Parameters<typeof platformBlock>[0]['secrets'],
  { definitions, context, store }: Scope,
): Pick<AppModel, 'values' | 'companion'> {
  const block = (): PlainObject =>
    platformBlock({
      app: app.name,
      platform: definitions.platform,
      identity: identityOf(context.cloud, app.name),
      network,
      secrets,
      store: store?.secretStore ?? null,
    });
  if (chart.kind === 'first-party') {
    return {
      values: chart.takesPlatform ? { ...values, platform: block() } : (values ?? {}),
      companion: null,
    };
  }
  const rendersHelm = chart.kind !== 'git' || chart.type === 'helm';
  const hasPods = rendersHelm && app.layer !== 'crds';
  const wanted = companion !== null || (hasPods && definitions.charts[companionChart] !== undefined);
  return {
    values: rendersHelm ? (values ?? {}) : null,
    companion: wanted ? { ...companion, platform: block() } : null,
  };
}

function chartOf(app: CheckedApp, { definitions }: Scope): Chart {
  const { kind, name } = app.chart;
  const ours = definitions.charts[name];
  if (kind === 'first-party' && ours) return ours.chart;
  const entry = definitions.upstream[name];
  if (!entry) throw new Error(`chart ${name} was checked to exist`);
  if ('git' in entry) {
    const { git: repository, include = null, ...rest } = entry;
    return { kind: 'git', name, repository, include, ...rest };
  }
  const repository = 'oci' in entry ? entry.oci : entry.repository;
  return {
    kind: 'oci' in entry ? 'oci' : 'repository',
    name,
    repository,
    chart: entry.chart,
    version: entry.version,
  };
}

/** The store provides its own outputs, and each secret that somebody reads from it. */
function withStored(scope: Scope, all: readonly Evaluated[]): Record<string, Output> {
  const provided: Record<string, Output> = scope.store ? { ...scope.provided(scope.store.name) } : {};
  const read = all.flatMap(({ readings }) => [...readings.secrets.values()]);
  for (const use of [...read].sort((a, b) => (a.storeKey < b.storeKey ? -1 : 1))) {
    provided[`secrets.${use.owner}-${use.secret}`] = secretOf(use, scope);
  }
  return provided;
}

function secretOf(use: { owner: string; secret: string }, scope: Scope): SecretOutput {
  const keys = Object.keys(scope.apps.get(use.owner)?.secrets[use.secret]?.keys ?? {});
  return { kind: 'secret', owner: use.owner, name: use.secret, keys };
}

/** What was read from other apps, the secrets from the store, and the buckets from the environment. */
function consumesOf(app: CheckedApp, readings: Readings, scope: Scope): AppModel['consumes'] {
  const consumes = new Map([...readings.consumes].map(([from, read]) => [from, sorted(read)]));
  if (scope.store && app !== scope.store && readings.secrets.size > 0) {
    const secrets = [...readings.secrets.values()].map((use) => [
      `secrets.${use.owner}-${use.secret}`,
      secretOf(use, scope),
    ]);
    consumes.set(scope.store.name, { ...consumes.get(scope.store.name), ...Object.fromEntries(secrets) });
  }
  if (readings.buckets.size > 0) consumes.set('environment', sorted(readings.buckets));
  return sorted(consumes);
}
