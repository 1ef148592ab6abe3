import type { Plain } from '../../definition/plain.ts';
import type { Peer } from '../../model/model.ts';
import { type Cluster, podsChosen } from '../cluster.ts';
import { isObject, type Manifest, mapIn, mapsIn } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';

/**
 * The policies of an app open what the graph has, and nothing else: between apps what one reads of the other, the
 * scraper's way to metrics, the gateway's to public hosts, and what the app declares. One that a chart brings along opens more.
 */
export const pathsFollowTheGraph: Check = (rendered, { clusters }) => {
  const cluster = clusters.get(rendered.environment);
  const policies = rendered.manifests.filter(
    ({ group, kind }) => group === 'networking.k8s.io' && kind === 'NetworkPolicy',
  );
  const wanted = new Set(wantedPaths(rendered));
  const permitted = new Set([...wanted, ...cloudPaths(rendered)]);
  const open = new Set(policies.flatMap((policy) => pathsOf(policy, rendered)));
  return [
    ...policies.flatMap((policy) =>
      [...new Set(pathsOf(policy, rendered))]
        .filter((path) => !permitted.has(path))
        .map((path) =>
          finding(
            'stray-path',
            rendered,
            policy,
            `opens a path that nothing declares: ${path}`,
            'switch it off in the values',
          ),
        ),
    ),
    // Where there is no policy at all, every pod is named by another check; who is not told of the graph cannot follow it.
    ...(policies.length === 0 || !isTold(rendered) ? [] : [...wanted])
      .filter((path) => !open.has(path))
      .map((path) => finding('stray-path', rendered, null, `declares a path that no policy opens: ${path}`)),
    ...(cluster === undefined ? [] : strangers(rendered, cluster)).map((peer) =>
      finding(
        'stray-path',
        rendered,
        null,
        `lets in ${peer}, which no pod is`,
        'see scraper in platform.ts and exposure.caller',
      ),
    ),
  ];
};

/** Whether the graph gets into the policies: by the block `platform`, or by the companion chart. */
const isTold = ({ app: { chart, companion } }: RenderedApp): boolean =>
  companion !== null || (chart.kind === 'first-party' && chart.takesPlatform);

/** Who is let in and is no app: the scraper, or the gateway. Where the platform renders it, it must be there. */
const strangers = ({ app, environment }: RenderedApp, cluster: Cluster): string[] =>
  app.network.ingress
    .filter(({ namespace }) => cluster.namespaces.has(namespace) && cluster.isWhole(namespace))
    .map((peer) => ({ ...peer, name: podsIn(peer.namespace, peer.pods) }))
    .filter(
      ({ name }) => !environment.apps.some((other) => podsIn(other.namespace, other.network.pods) === name),
    )
    .filter(({ namespace, pods }) => podsChosen(pods, namespace, cluster.pods).length === 0)
    .map(({ name }) => name);

const anybody = 'anybody';
const path = (direction: 'from' | 'to', peer: string, port: string): string =>
  `${direction} ${peer} at ${port}`;
const podsIn = (namespace: string, labels: Readonly<Record<string, unknown>>): string =>
  `${namespace}/${Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort()
    .join(',')}`;

/** The paths that the model says. */
function wantedPaths({ app: { namespace, network } }: RenderedApp): string[] {
  const own = podsIn(namespace, network.pods);
  const peers = (direction: 'from' | 'to', all: readonly Peer[]): string[] =>
    all.flatMap((peer) =>
      peer.ports.map((port) => path(direction, podsIn(peer.namespace, peer.pods), `TCP ${port}`)),
    );
  return [
    path('from', own, 'every port'),
    path('to', own, 'every port'),
    ...['UDP 53', 'TCP 53'].map((port) => path('to', anybody, port)),
    ...peers('from', network.ingress),
    ...peers('to', network.egress),
    ...network.open.map((port) => path('from', anybody, `TCP ${port}`)),
    ...(network.kubernetesApi ? [443, 6443] : []).map((port) => path('to', anybody, `TCP ${port}`)),
    ...network.outside.flatMap(({ cidrs, port }) => cidrs.map((cidr) => path('to', cidr, `TCP ${port}`))),
  ];
}

/** Where Google hands out tokens of an app's identity. */
const cloudPaths = ({ environment: { cloud } }: RenderedApp): string[] =>
  cloud.kind === 'gcp'
    ? ['169.254.169.252/32', '169.254.169.254/32'].flatMap((cidr) =>
        [80, 988].map((port) => path('to', cidr, `TCP ${port}`)),
      )
    : [];

/** The paths that a policy opens. */
function pathsOf({ object, namespace }: Manifest, { app }: RenderedApp): string[] {
  const { ingress, egress } = mapIn(object.spec);
  const own = namespace ?? app.namespace;
  const rules = [
    ...mapsIn(ingress).map(({ from, ports }) => ({ direction: 'from' as const, peers: from, ports })),
    ...mapsIn(egress).map(({ to, ports }) => ({ direction: 'to' as const, peers: to, ports })),
  ];
  return rules.flatMap(({ direction, peers, ports }) =>
    (mapsIn(peers).length === 0 ? [anybody] : mapsIn(peers).map((peer) => described(peer, own))).flatMap(
      (peer) => portsIn(ports).map((port) => path(direction, peer, port)),
    ),
  );
}

function described({ ipBlock, namespaceSelector, podSelector }: Record<string, Plain>, own: string): string {
  if (isObject(ipBlock)) return String(ipBlock.cidr);
  const { 'kubernetes.io/metadata.name': named, ...others } = mapIn(mapIn(namespaceSelector).matchLabels);
  const isPlain = named !== undefined && Object.keys(others).length === 0;
  const where =
    namespaceSelector === undefined ? own : isPlain ? String(named) : JSON.stringify(namespaceSelector);
  return podsIn(where, mapIn(mapIn(podSelector).matchLabels));
}

const portsIn = (ports: Plain | undefined): string[] =>
  mapsIn(ports).length === 0
    ? ['every port']
    : mapsIn(ports).map(({ protocol = 'TCP', port = 'every port', endPort }) =>
        endPort === undefined
          ? `${String(protocol)} ${String(port)}`
          : `${String(protocol)} ${String(port)}-${String(endPort)}`,
      );
