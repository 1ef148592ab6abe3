import type { Plain, PlainObject } from '../../definition/plain.ts';
import { kindsOf } from '../../model/api-groups.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { systemNamespaces } from '../cluster.ts';
import { isObject, type Manifest, mapIn } from '../manifest.ts';
import { type Pods, podsOf } from '../pods.ts';
import type { RenderedApp } from '../rendered.ts';
import { labelsIn, selects } from '../selector.ts';
import { type Check, type Finding, finding } from './check.ts';

const group = 'monitoring.coreos.com';

/** A monitor that finds nothing, or that a policy keeps out, leaves an app without metrics and nobody notices. */
export const monitorsFindMetrics: Check = (rendered, { clusters }) => {
  const monitors = monitorsIn(rendered);
  const apps = clusters.get(rendered.environment)?.apps ?? [rendered];
  return [
    ...monitors.flatMap((monitor) => faults(monitor, rendered, apps)),
    ...unscraped(monitors, rendered),
  ];
};

const monitorsIn = ({ manifests }: RenderedApp): Manifest[] =>
  manifests.filter(({ group: of, kind }) => of === group && ['ServiceMonitor', 'PodMonitor'].includes(kind));

/** Where the monitors of an app find metrics: ports of its pods, with the path that is asked there. */
export const scrapesOf = (rendered: RenderedApp): { readonly port: number; readonly path: string }[] =>
  monitorsIn(rendered)
    .flatMap((monitor) => targetsOf(monitor, homeOf(monitor, rendered), rendered))
    .flatMap((target) => ('port' in target ? [target] : []));

/** Ports of pods that a monitor scrapes, or what is wrong with one of its endpoints. */
type ScrapeTarget = { readonly port: number; readonly path: string } | { readonly fault: string };

/** Of the app itself, or, where its monitor selects nothing there, of any app: one may watch over another. */
function faults(monitor: Manifest, rendered: RenderedApp, apps: readonly RenderedApp[]): Finding[] {
  const home = homeOf(monitor, rendered);
  const looks = [rendered, ...apps.filter((app) => app !== rendered)].map((app) => ({
    app,
    targets: targetsOf(monitor, home, app),
  }));
  const { app, targets } = looks.find((look) => look.targets.length > 0) ?? { app: rendered, targets: [] };
  const said = targets.flatMap((target) => {
    const fault = 'fault' in target ? target.fault : refusal(target.port, app);
    return fault === null ? [] : [fault];
  });
  if (targets.length > 0 || isOfSystem(monitor))
    return said.map((fault) => finding('idle-monitor', rendered, monitor, fault));
  const what = monitor.kind === 'ServiceMonitor' ? 'Service' : 'pod';
  return [finding('idle-monitor', rendered, monitor, `selects no ${what} of the app`)];
}

const homeOf = ({ namespace }: Manifest, { app }: RenderedApp): string => namespace ?? app.namespace;

/** Whether a monitor looks at what every cluster has of its own, and nobody renders. */
function isOfSystem({ object }: Manifest): boolean {
  const { matchNames } = mapIn(mapIn(object.spec).namespaceSelector);
  return Array.isArray(matchNames) && matchNames.some((name) => systemNamespaces.includes(String(name)));
}

/** Whether the network policy of the app lets a scraper reach a port of its pods. */
function refusal(port: number, { app: { network } }: RenderedApp): string | null {
  const admitted = [...network.open, ...network.scraped];
  return admitted.includes(port)
    ? null
    : `scrapes port ${port}, which the network policy opens to no scraper: network.metrics is ${network.scraped[0] ?? 'not set'}`;
}

/** None where it selects nothing. */
function targetsOf(monitor: Manifest, home: string, rendered: RenderedApp): ScrapeTarget[] {
  const spec = isObject(monitor.object.spec) ? monitor.object.spec : {};
  const endpoints = list(spec.endpoints ?? spec.podMetricsEndpoints ?? []);
  const chosen =
    monitor.kind === 'ServiceMonitor' ? servicesOf(home, spec, rendered) : podsIn(home, spec, rendered);
  const what = monitor.kind === 'ServiceMonitor' ? 'Service' : 'pod';
  if (chosen.length === 0) return [];
  return endpoints.map((endpoint) => {
    const port = chosen.flatMap((ports) => ports(portOf(endpoint))).at(0);
    return port === undefined
      ? {
          fault: `scrapes the port ${String(portOf(endpoint))}, which no ${what} that it selects has`,
        }
      : { port, path: String(endpoint.path ?? '/metrics') };
  });
}

/** A port by its name or number, as an endpoint of a monitor has it. */
const portOf = ({ port, targetPort, portNumber }: PlainObject): Plain =>
  port ?? targetPort ?? portNumber ?? null;

/** Finds the port of a pod behind the name of a port. */
type PortLookup = (name: Plain) => number[];

function servicesOf(home: string, spec: PlainObject, rendered: RenderedApp): PortLookup[] {
  return rendered.manifests
    .filter(({ group: of, kind }) => of === '' && kind === 'Service')
    .filter(({ object }) => selects(spec.selector, labelsIn(object.metadata)))
    .filter((service) => watches(home, spec, service.namespace ?? rendered.app.namespace))
    .map((service) => {
      const of = isObject(service.object.spec) ? service.object.spec : {};
      const behind = podsOf(rendered).filter(({ labels }) =>
        selects({ matchLabels: of.selector ?? {} }, labels),
      );
      return (name) =>
        list(of.ports)
          .filter((port) => port.name === name || port.port === name)
          .flatMap(({ targetPort, port }) => portOfPods(targetPort ?? port ?? null, behind));
    });
}

function portOfPods(target: Plain, pods: readonly Pods[]): number[] {
  if (typeof target === 'number') return [target];
  return pods.flatMap(({ ports }) => entryOf(ports, String(target)) ?? []);
}

function podsIn(home: string, spec: PlainObject, rendered: RenderedApp): PortLookup[] {
  return podsOf(rendered)
    .filter(({ labels }) => selects(spec.selector, labels))
    .filter(({ namespace }) => watches(home, spec, namespace))
    .map((pods) => (name) => portOfPods(name, [pods]));
}

/** A monitor looks into its own namespace where it names no other. */
function watches(home: string, { namespaceSelector }: PlainObject, namespace: string): boolean {
  if (!isObject(namespaceSelector)) return namespace === home;
  const { any, matchNames } = namespaceSelector;
  return any === true || (Array.isArray(matchNames) && matchNames.includes(namespace));
}

/** A port that is opened for a scraper, which is told nothing of it. */
function unscraped(monitors: readonly Manifest[], rendered: RenderedApp): Finding[] {
  const { scraped } = rendered.app.network;
  if (scraped.length === 0 || monitors.length > 0 || !canMonitor(rendered)) return [];
  const what = `opens port ${scraped.join(', ')} to the scraper (network.metrics), and renders no monitor`;
  return [
    finding('idle-monitor', rendered, null, what, 'let the chart render one, or remove network.metrics'),
  ];
}

const canMonitor = ({ environment }: RenderedApp): boolean => kindsOf(environment).includes(group);

const list = (value: Plain | undefined): PlainObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
