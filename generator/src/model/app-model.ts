import type { Output, SecretOutput } from '../definition/output.ts';
import type { PlainObject } from '../definition/plain.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { Readings } from './app-context.ts';
import { podSizes, sizeOf } from './app-size.ts';
import type { Chart } from './chart-model.ts';
import { chartOf } from './chart-of.ts';
import { identityOf } from './cloud-names.ts';
import { type CheckedApp, constantKeys } from './definitions.ts';
import type { Evaluated } from './evaluate-app.ts';
import { solversBehind, waitsForGateway } from './gateway.ts';
import type { AppModel, NetworkModel } from './model.ts';
import { type Connection, networkOf } from './network.ts';
import { pick } from './pick.ts';
import { platformBlock } from './platform-block.ts';
import { companionChart } from './read-charts.ts';
import type { Scope } from './resolve-environment.ts';
import { routesOf } from './routes.ts';
import { storedName } from './secret-uses.ts';

/** Puts together what one app's functions returned and what all the others mean for it. */
export function appModel(
  { app, values, companion, restore, readings }: Evaluated,
  scope: Scope,
  connections: readonly Connection[],
  all: readonly Evaluated[],
): AppModel {
  const { definitions, environment, store, objectStore, gateway } = scope;
  const prefixed = (namespace: string): string => environment.namespacePrefix + namespace;
  const graph = { apps: scope.apps, connections, namespaceOf: scope.namespaceOf, prefixed };
  const readsBuckets = readings.buckets.size > 0;
  const network = networkOf(app, graph, {
    provided: scope.provided(app.name),
    storesOutside: readsBuckets && objectStore === null,
    cloud: scope.context.cloud,
    scraper: definitions.platform.scraper,
    exposure: scope.exposure,
    solvers: app === gateway ? solversBehind(scope) : [],
  });
  const secrets = [...readings.secrets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const chart = chartOf(app, scope.definitions);
  return {
    ...pick(app, constantKeys),
    podSecurity: app.podSecurity ?? { level: 'restricted', reason: null },
    namespace: scope.namespaceOf(app.name),
    namespaces: [...new Set([app.namespace, ...app.extraNamespaces].map(prefixed))],
    chart,
    images: sorted(readings.images),
    // Whoever reads a secret or uses a bucket waits for the store that keeps it, and a public host for the gateway.
    dependsOn: unique([
      ...app.dependsOn.filter((name) => scope.apps.has(name)),
      ...(readsBuckets && objectStore ? [objectStore.app.name, objectStore.server] : []),
      ...(secrets.length > 0 && store && app !== store ? [store.name] : []),
      ...(gateway && waitsForGateway(app, gateway, scope.provided) ? [gateway.name] : []),
    ]),
    uses: unique(app.uses.filter((name) => scope.apps.has(name))),
    provides: app === store ? withStored(scope, all) : scope.provided(app.name),
    consumes: consumesOf(app, readings, scope),
    requests: podSizes(sizeOf(app, environment)),
    buckets: sorted(readings.access),
    secrets: secrets.map(({ secret: _, ...use }) => use),
    restore,
    ...valuesOf(app, chart, { values, companion }, network, secrets, scope),
    network,
  };
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Gives the computed block to the chart itself, or to the companion of a chart that cannot take it. */
function valuesOf(
  app: CheckedApp,
  chart: Chart,
  { values, companion }: Pick<Evaluated, 'values' | 'companion'>,
  network: NetworkModel,
  secrets: Parameters<typeof platformBlock>[0]['secrets'],
  { definitions, context, secretStore, monitors, exposure, pulling, provided }: Scope,
): Pick<AppModel, 'values' | 'companion'> {
  const block = (): PlainObject =>
    platformBlock({
      app: app.name,
      platform: definitions.platform,
      imagePullSecrets: pulling.imagePullSecrets,
      identity: identityOf(context.cloud, app.name),
      network,
      secrets,
      store: secretStore,
      routes: routesOf(app.name, provided(app.name), exposure),
      monitors,
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

/** The store provides its own outputs, and each secret that somebody reads from it. */
function withStored(scope: Scope, all: readonly Evaluated[]): Record<string, Output> {
  const provided: Record<string, Output> = scope.store ? { ...scope.provided(scope.store.name) } : {};
  const read = all.flatMap(({ readings }) => [...readings.secrets.values()]);
  for (const use of [...read].sort((a, b) => (a.storeKey < b.storeKey ? -1 : 1))) {
    provided[outputOf(use, scope)] = secretOf(use, scope);
  }
  return provided;
}

/** By the value: whoever reads another one than the store has does not fit to it. */
const outputOf = ({ owner, secret }: { owner: string; secret: string }, { environment }: Scope): string =>
  `secrets.${storedName(owner, secret, environment.secretVersions)}`;

function secretOf(use: { owner: string; secret: string }, scope: Scope): SecretOutput {
  const keys = Object.keys(entryOf(scope.apps.get(use.owner)?.secrets, use.secret)?.keys ?? {});
  return { kind: 'secret', owner: use.owner, name: use.secret, keys };
}

/** What was read from other apps, the secrets from the store, and the buckets from the environment. */
function consumesOf(app: CheckedApp, readings: Readings, scope: Scope): AppModel['consumes'] {
  const consumes = new Map([...readings.consumes].map(([from, read]) => [from, sorted(read)]));
  if (scope.store && app !== scope.store && readings.secrets.size > 0) {
    const secrets = [...readings.secrets.values()].map((use) => [outputOf(use, scope), secretOf(use, scope)]);
    consumes.set(scope.store.name, { ...consumes.get(scope.store.name), ...Object.fromEntries(secrets) });
  }
  if (readings.buckets.size > 0) consumes.set('environment', sorted(readings.buckets));
  return sorted(consumes);
}
