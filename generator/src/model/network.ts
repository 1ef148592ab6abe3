import type { Cloud } from '../definition/cloud.ts';
import type { Endpoint, Output } from '../definition/output.ts';
import type { PlatformShape } from '../definition/shape/platform.ts';
import type { CheckedApp } from './definitions.ts';
import type { NetworkModel, Peer } from './model.ts';

/** An edge of the run-time graph: who talks to whom, on which addresses. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  readonly endpoints: readonly Endpoint[];
}

/** Labels by which the pods of an app are known. */
export function podsOf(app: CheckedApp): Readonly<Record<string, string>> {
  return app.network.pods ?? { 'app.kubernetes.io/instance': app.name };
}

/**
 * The addresses that an app reaches on another: those that it read, or, where it only says `uses`, all that the
 * other provides. An app that merely waits for another reaches nothing there.
 */
export function endpointsOf(
  read: Readonly<Record<string, Output>> | undefined,
  provided: Readonly<Record<string, Output>>,
  uses: boolean,
): Endpoint[] {
  const isEndpoint = (output: Output): output is Endpoint => output.kind === 'endpoint';
  const chosen = Object.values(read ?? {}).filter(isEndpoint);
  return chosen.length === 0 && uses ? Object.values(provided).filter(isEndpoint) : chosen;
}

/** The apps of an environment and who of them talks to whom. */
export interface Graph {
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly connections: readonly Connection[];
  namespaceOf(app: string): string;
}

/** What the network policy of one app says. `readsBuckets`: it talks to the object store. */
export function networkOf(
  app: CheckedApp,
  graph: Graph,
  readsBuckets: boolean,
  cloud: Cloud,
  scraper: PlatformShape['scraper'],
): NetworkModel {
  const { metrics, internet, open, kubernetesApi } = app.network;
  const scrape = scraper && metrics !== undefined ? [{ ...scraper, ports: [metrics] }] : [];
  const outside = [...(internet ? [443] : []), ...(readsBuckets ? [objectStorePort(cloud)] : [])];
  return {
    pods: podsOf(app),
    ingress: collect([...callersOf(app, graph), ...scrape]),
    egress: collect(calledBy(app, graph)),
    open: open.map(({ port }) => port).sort((a, b) => a - b),
    outside: [...new Set(outside)].sort((a, b) => a - b),
    kubernetesApi,
  };
}

function callersOf(app: CheckedApp, { apps, connections, namespaceOf }: Graph): Peer[] {
  return connections
    .filter(({ to, endpoints }) => to === app.name && endpoints.length > 0)
    .flatMap(({ from, endpoints }) => {
      const caller = apps.get(from);
      const ports = endpoints.map((endpoint) => endpoint.podPort);
      return caller ? [{ namespace: namespaceOf(from), pods: podsOf(caller), ports }] : [];
    });
}

function calledBy(app: CheckedApp, { connections, namespaceOf }: Graph): Peer[] {
  return connections
    .filter(({ from }) => from === app.name)
    .flatMap(({ to, endpoints }) =>
      endpoints.map(({ pods, podPort }) => ({ namespace: namespaceOf(to), pods, ports: [podPort] })),
    );
}

/** Object stores of clouds speak HTTPS; an own one says its port in its address. */
function objectStorePort(cloud: Cloud): number {
  if (cloud.kind !== 'local') return 443;
  const { port, protocol } = new URL(cloud.objectStore.endpoint);
  return port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
}

/** One peer for each namespace and set of pods, with all ports, in a stable order. */
function collect(peers: readonly Peer[]): Peer[] {
  const merged = new Map<string, Peer>();
  for (const peer of peers) {
    const key = `${peer.namespace} ${JSON.stringify(Object.entries(peer.pods).sort())}`;
    const ports = [...new Set([...(merged.get(key)?.ports ?? []), ...peer.ports])].sort((a, b) => a - b);
    merged.set(key, { ...peer, ports });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, peer]) => peer);
}
