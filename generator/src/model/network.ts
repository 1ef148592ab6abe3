import type { Cloud } from '../definition/cloud.ts';
import type { Endpoint, Output } from '../definition/output.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';
import type { PlatformShape } from '../definition/shape/platform-shape.ts';
import type { CheckedApp } from './definitions.ts';
import type { NetworkModel, Outside, Peer, PortsByApp } from './model.ts';

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
 * other provides. An app that merely waits for another reaches nothing there, nor does one that reads nothing but
 * names: public ones, which it passes on to browsers, and settings that hold none of the addresses.
 */
export function endpointsOf(
  read: Readonly<Record<string, Output>> | undefined,
  provided: Readonly<Record<string, Output>>,
  uses: boolean,
): Endpoint[] {
  const isEndpoint = (output: Output): output is Endpoint => output.kind === 'endpoint';
  const outputs = Object.values(read ?? {});
  const all = Object.values(provided).filter(isEndpoint);
  const isName = (output: Output): boolean =>
    output.kind === 'host' ||
    (output.kind === 'setting' && !all.some(({ host }) => output.value.includes(host)));
  const onlyNames = outputs.length > 0 && outputs.every(isName);
  const chosen = outputs.filter(isEndpoint);
  return chosen.length === 0 && uses && !onlyNames ? all : chosen;
}

/** The apps of an environment and who of them talks to whom. */
export interface Graph {
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly connections: readonly Connection[];
  namespaceOf(app: string): string;
  /** A namespace with the environment's prefix. */
  prefixed(namespace: string): string;
}

/** Who and what an app talks to beside the apps of its environment. */
export interface Surroundings {
  /** What it provides, public hosts among it. */
  readonly provided: Readonly<Record<string, Output>>;
  /** Whether it talks to an object store that is no app of the environment. */
  readonly storesOutside: boolean;
  readonly cloud: Cloud;
  readonly scraper: PlatformShape['scraper'];
  readonly exposure: ExposureShape | null;
  /** Pods that answer for certificates, which the gateway alone calls. */
  readonly solvers: readonly Peer[];
}

/** What the network policy of one app says. */
export function networkOf(app: CheckedApp, graph: Graph, around: Surroundings): NetworkModel {
  const { open, kubernetesApi, scrapes } = app.network;
  const metrics = metricsOf(app);
  const { scraper, exposure } = around;
  const outward = graph.connections.filter(
    ({ from, endpoints }) => from === app.name && endpoints.length > 0,
  );
  const inward = graph.connections.filter(({ to, endpoints }) => to === app.name && endpoints.length > 0);
  const scrape =
    scraper && metrics.length > 0
      ? [{ namespace: graph.prefixed(scraper.namespace), pods: scraper.pods, ports: metrics }]
      : [];
  const exposed = Object.values(around.provided).flatMap((output) =>
    output.kind === 'host' && exposure !== null
      ? [{ ...exposure.caller, ports: [output.endpoint.podPort] }]
      : [],
  );
  return {
    connects: portsBy(outward, 'to'),
    admits: portsBy(inward, 'from'),
    pods: podsOf(app),
    ingress: collect([...callers(inward, graph), ...scrape, ...exposed]),
    egress: collect([
      ...targets(outward, graph),
      ...around.solvers,
      ...(scrapes ? scrapeTargets(app, graph) : []),
    ]),
    scraped: scrape.flatMap(({ ports }) => ports),
    open: open.map(({ port }) => port).sort((a, b) => a - b),
    outside: outsideOf(app, around),
    kubernetesApi,
  };
}

const portsOf = ({ endpoints }: Connection): number[] =>
  [...new Set(endpoints.map(({ podPort }) => podPort))].sort((a, b) => a - b);

function portsBy(connections: readonly Connection[], side: 'from' | 'to'): PortsByApp {
  const entries = connections.map((connection) => [connection[side], portsOf(connection)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function callers(inward: readonly Connection[], { apps, namespaceOf }: Graph): Peer[] {
  return inward.flatMap((connection) => {
    const caller = apps.get(connection.from);
    const namespace = namespaceOf(connection.from);
    return caller ? [{ namespace, pods: podsOf(caller), ports: portsOf(connection) }] : [];
  });
}

function targets(outward: readonly Connection[], { namespaceOf }: Graph): Peer[] {
  return outward.flatMap(({ to, endpoints }) =>
    endpoints.map(({ pods, podPort }) => ({ namespace: namespaceOf(to), pods, ports: [podPort] })),
  );
}

/** The metrics of all other apps: what an app opens to the scraper, seen from the scraper. */
const scrapeTargets = (scraper: CheckedApp, { apps, namespaceOf }: Graph): Peer[] =>
  [...apps.values()]
    .filter((app) => app !== scraper && metricsOf(app).length > 0)
    .map((app) => ({ namespace: namespaceOf(app.name), pods: podsOf(app), ports: metricsOf(app) }));

/** Ports of an app's pods that answer Prometheus. */
const metricsOf = ({ network: { metrics } }: CheckedApp): number[] =>
  metrics === undefined ? [] : [metrics].flat();

const everywhere = ['0.0.0.0/0', '::/0'];

function outsideOf(app: CheckedApp, { storesOutside, cloud }: Surroundings): Outside[] {
  const all = [
    ...(app.network.internet ? [{ host: '*', port: 443 }] : []),
    ...(storesOutside ? [objectStore(cloud)] : []),
    ...app.network.outside,
  ];
  const found = all.map(({ host, port }) => ({ host, cidrs: cidrsOf(host), port }));
  const unique = new Map(found.map((target) => [`${target.host}:${target.port}`, target]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, target]) => target);
}

/** A policy knows addresses and no names. */
function cidrsOf(host: string): readonly string[] {
  if (host.includes('/')) return [host];
  if (host.includes(':')) return [`${host}/128`];
  return /^\d+(\.\d+){3}$/.test(host) ? [`${host}/32`] : everywhere;
}

/** Object stores of clouds speak HTTPS under many names; an own one says its name and port in its address. */
function objectStore(cloud: Cloud): { host: string; port: number } {
  if (cloud.kind !== 'local') return { host: '*', port: 443 };
  const { hostname, port, protocol } = new URL(cloud.objectStore.endpoint);
  // An address of IPv6 stands in brackets there.
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
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
