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

/** What the network policy of one app says, from all connections of the environment. */
export function networkOf(
  app: CheckedApp,
  connections: readonly Connection[],
  apps: ReadonlyMap<string, CheckedApp>,
  namespaceOf: (app: string) => string,
  scraper: PlatformShape['scraper'],
): NetworkModel {
  const inward = connections
    .filter(({ to }) => to === app.name)
    .flatMap(({ from, endpoints }) => {
      const caller = apps.get(from);
      const ports = endpoints.map((endpoint) => endpoint.podPort);
      return caller && ports.length > 0
        ? [{ namespace: namespaceOf(from), pods: podsOf(caller), ports }]
        : [];
    });
  const outward = connections
    .filter(({ from }) => from === app.name)
    .flatMap(({ to, endpoints }) =>
      endpoints.map(({ pods, podPort }) => ({ namespace: namespaceOf(to), pods, ports: [podPort] })),
    );
  const scrape =
    scraper && app.network.metrics !== undefined ? [{ ...scraper, ports: [app.network.metrics] }] : [];
  return {
    pods: podsOf(app),
    ingress: collect([...inward, ...scrape]),
    egress: collect(outward),
    open: app.network.open.map(({ port }) => port).sort((a, b) => a - b),
    kubernetesApi: app.network.kubernetesApi,
    internet: app.network.internet,
  };
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
