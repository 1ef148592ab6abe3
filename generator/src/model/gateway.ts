import { layerIndex } from '../definition/layer.ts';
import type { Host, Output } from '../definition/output.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';
import { inside } from '../problem/location.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { allNeeds } from './all-needs.ts';
import type { CheckedApp, CheckedEnvironment, Definitions } from './definitions.ts';
import type { Peer } from './model.ts';
import { type Connection, podsOf } from './network.ts';
import { hostsIn } from './routes.ts';

/** The app that lets requests in from outside; null where an environment says another way, or that there is none. */
export const gatewayOf = (
  { exposure }: CheckedEnvironment,
  apps: ReadonlyMap<string, CheckedApp>,
): CheckedApp | null =>
  exposure === undefined ? ([...apps.values()].find(({ gateway }) => gateway !== undefined) ?? null) : null;

/** How requests get in: through the app that is the gateway, or as the environment says. */
export function exposureOf(
  { exposure }: CheckedEnvironment,
  app: CheckedApp | null,
  namespaceOf: (app: string) => string,
): ExposureShape | null {
  if (!app?.gateway) return typeof exposure === 'object' ? exposure : null;
  const namespace = namespaceOf(app.name);
  const { gateway } = app;
  const route = gateway.kind === 'gateway' ? { ...gateway, namespace } : gateway;
  return { route, caller: { namespace, pods: podsOf(app) } };
}

type ProvidedBy = (app: string) => Readonly<Record<string, Output>>;

/** The gateway calls what is behind the public hosts of all others. */
export function gatewayConnections(
  gateway: CheckedApp | null,
  apps: ReadonlyMap<string, CheckedApp>,
  provided: ProvidedBy,
): Connection[] {
  if (!gateway) return [];
  return [...apps.keys()].flatMap((to) => {
    const endpoints = hostsIn(provided(to)).map(([, host]: [string, Host]) => host.endpoint);
    return endpoints.length === 0 || to === gateway.name ? [] : [{ from: gateway.name, to, endpoints }];
  });
}

/** Pods that cert-manager starts beside a route, for an authority that asks the host for a page over HTTP. */
const solver = { pods: { 'acme.cert-manager.io/http01-solver': 'true' }, ports: [8089] };

/** The pods that the gateway calls for those pages: wherever a public host has a certificate of its own. */
export function solversBehind({ apps, provided, exposure, namespaceOf }: Hosts): Peer[] {
  const route = exposure?.route;
  if (route?.kind !== 'ingress' || route.tls === undefined || !('issuer' in route.tls)) return [];
  const exposed = [...apps.keys()].filter((app) => hostsIn(provided(app)).length > 0);
  return exposed.map((app) => ({ namespace: namespaceOf(app), ...solver }));
}

interface Hosts {
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly exposure: ExposureShape | null;
  readonly provided: ProvidedBy;
  namespaceOf(app: string): string;
}

/** Whether an app waits for the gateway: its routes are not ready before. */
export const waitsForGateway = (app: CheckedApp, gateway: CheckedApp | null, provided: ProvidedBy): boolean =>
  gateway !== null && app !== gateway && hostsIn(provided(app.name)).length > 0;

interface HostOwners {
  readonly gateway: CheckedApp | null;
  readonly apps: ReadonlyMap<string, CheckedApp>;
  readonly provided: ProvidedBy;
}

/** The gateway must not come up after those that wait for it. */
export function checkHostOwners({ gateway, apps, provided }: HostOwners): Problem[] {
  if (!gateway) return [];
  const needed = allNeeds(gateway, apps);
  return [...apps.values()].flatMap((app) => {
    const early = needed.has(app.name) || layerIndex(app.layer) < layerIndex(gateway.layer);
    if (!early || !waitsForGateway(app, gateway, provided)) return [];
    const message = `"${app.name}" has a public host, but comes up before the gateway "${gateway.name}"`;
    const hint = 'let an app of a later layer provide the host, or move the gateway to an earlier one';
    return [problem('later-layer', inside(app.location, 'provides'), message, hint)];
  });
}

/** An environment has one way in. */
export function checkGateways({ apps }: Pick<Definitions, 'apps'>): Problem[] {
  const [first, ...further] = apps.filter(({ gateway }) => gateway !== undefined);
  return further.map(({ name, location }) => {
    const message = `"${name}" and "${first?.name}" are both the gateway`;
    return problem('duplicate-name', inside(location, 'gateway'), message, 'let one of them be it');
  });
}
