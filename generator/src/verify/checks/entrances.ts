import type { Host } from '../../definition/output.ts';
import type { PlainObject } from '../../definition/plain.ts';
import { hostsIn } from '../../model/routes.ts';
import { entryOf } from '../../problem/entry-of.ts';
import { containersOf, isObject, type Manifest, podSpecs } from '../manifest.ts';
import type { RenderedApp } from '../rendered.ts';
import { type Check, finding } from './check.ts';

/** What makes an app reachable from outside the cluster must be declared. */
export const nothingIsExposed: Check = (rendered) =>
  rendered.manifests.flatMap((manifest) => [
    ...exposures(manifest, rendered).map((what) =>
      finding('exposed', rendered, manifest, what, 'switch it off in the values, or say why in exceptions'),
    ),
    ...unauthenticated(manifest, rendered).map((host) =>
      finding(
        'open-route',
        rendered,
        manifest,
        `lets requests to ${host} in without what authenticates them`,
        'leave the route to the generator, or give it exposure.route.authentication',
      ),
    ),
  ]);

function exposures(manifest: Manifest, rendered: RenderedApp): string[] {
  const { group, kind, object } = manifest;
  const spec = isObject(object.spec) ? object.spec : {};
  if (group === '' && kind === 'Service') return ofService(spec);
  if (isRoute(manifest)) return ofRoute(manifest, rendered);
  if (isEntrance(manifest)) return ['lets requests in from outside the cluster'];
  return podSpecs(manifest).flatMap(ofPod);
}

const isRoute = ({ group, kind }: Manifest): boolean =>
  (group === 'networking.k8s.io' && kind === 'Ingress') ||
  (group === 'gateway.networking.k8s.io' && ['HTTPRoute', 'GRPCRoute'].includes(kind));

/** Other ways in, which no output of an app asks for. */
const isEntrance = ({ group, kind }: Manifest): boolean =>
  (group === 'gateway.networking.k8s.io' && /(Route|Gateway)$/.test(kind)) ||
  (group === 'route.openshift.io' && kind === 'Route') ||
  (/traefik|istio|konghq|projectcontour/.test(group) &&
    /(Route|Gateway|Ingress\w*|HTTPProxy|VirtualService)$/.test(kind));

/** Routes are for hosts that the app provides, and for no other. */
function ofRoute(manifest: Manifest, rendered: RenderedApp): string[] {
  const asked = new Map(hostsOf(rendered).map((output) => [output.host, output]));
  const hosts = hostnames(manifest);
  const strangers = hosts.filter((host) => !asked.has(host));
  if (hosts.length === 0) return ['lets requests to any host in from outside the cluster'];
  return strangers.map(
    (host) => `lets requests to ${host} in, which is no output of the app: provides: host(…)`,
  );
}

const hostsOf = ({ app }: RenderedApp): Host[] => hostsIn(app.provides).map(([, host]) => host);

/** The hosts that an object lets requests to; none where it is no route. */
export const routedHosts = (manifest: Manifest): string[] => (isRoute(manifest) ? hostnames(manifest) : []);

function hostnames({ kind, object }: Manifest): string[] {
  const spec = isObject(object.spec) ? object.spec : {};
  if (kind !== 'Ingress') return Array.isArray(spec.hostnames) ? spec.hostnames.map(String) : [];
  const rules = Array.isArray(spec.rules) ? spec.rules.filter(isObject) : [];
  return rules.map(({ host }) => String(host ?? '*'));
}

/** Hosts whose requests somebody should ask for a login, and this route does not. */
function unauthenticated(manifest: Manifest, rendered: RenderedApp): string[] {
  const { exposure } = rendered.environment;
  if (!isRoute(manifest) || exposure === null) return [];
  const guarded = hostsOf(rendered).filter((host) => host.unauthenticated === null);
  const missing =
    exposure.route.kind === 'ingress'
      ? !hasAnnotations(manifest, exposure.route.authentication)
      : !hasFilter(manifest, exposure.route.authentication?.name);
  return missing ? hostnames(manifest).filter((name) => guarded.some(({ host }) => host === name)) : [];
}

const hasAnnotations = ({ annotations }: Manifest, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => entryOf(annotations, key) === value);

/** Whether every rule of an HTTPRoute has the filter. */
function hasFilter({ object }: Manifest, name: string | undefined): boolean {
  const spec = isObject(object.spec) ? object.spec : {};
  const rules = Array.isArray(spec.rules) ? spec.rules.filter(isObject) : [];
  return rules.every(({ filters }) =>
    (Array.isArray(filters) ? filters.filter(isObject) : []).some(
      ({ extensionRef }) => isObject(extensionRef) && extensionRef.name === name,
    ),
  );
}

function ofService({ type, externalIPs }: PlainObject): string[] {
  return [
    ...(type === 'LoadBalancer' || type === 'NodePort' ? [`is of the type ${type}`] : []),
    ...(Array.isArray(externalIPs) && externalIPs.length > 0 ? ['has external addresses'] : []),
  ];
}

function ofPod(pod: PlainObject): string[] {
  const ports = containersOf(pod).flatMap(({ ports }) =>
    Array.isArray(ports) ? ports.filter(isObject) : [],
  );
  return [
    ...(pod.hostNetwork === true ? ['uses the network of its node'] : []),
    ...ports.flatMap(({ hostPort }) =>
      typeof hostPort === 'number' ? [`takes port ${hostPort} of its node`] : [],
    ),
  ];
}
