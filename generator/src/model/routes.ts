import type { Host, Output } from '../definition/output.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';

/** A route from outside to an app, as the library chart renders it. */
export type Route = {
  /** Name of its object. */
  readonly name: string;
  readonly host: string;
  readonly paths: string[];
  /** Service and port that requests go to. */
  readonly service: string;
  readonly port: number;
  readonly ingress?: {
    readonly class: string;
    readonly annotations?: Record<string, string>;
    /** Secret with the certificate. */
    readonly tls?: string;
  };
  readonly gateway?: {
    readonly name: string;
    readonly namespace: string;
    readonly section?: string;
    readonly filter?: { readonly group: string; readonly kind: string; readonly name: string };
  };
};

/** The annotation by which cert-manager makes the certificate of an Ingress. */
const issuerAnnotation = 'cert-manager.io/cluster-issuer';

/** The public hosts of an app, by path of its outputs. */
export const hostsIn = (provided: Readonly<Record<string, Output>>): [string, Host][] =>
  Object.entries(provided).flatMap(([path, output]) => (output.kind === 'host' ? [[path, output]] : []));

/** The routes to an app's public hosts; none where the environment exposes nothing. */
export function routesOf(
  app: string,
  provided: Readonly<Record<string, Output>>,
  exposure: ExposureShape | null,
): Route[] {
  if (exposure === null) return [];
  return hostsIn(provided).map(([path, host]) => ({
    name: `${app}-${path.replaceAll('.', '-').toLowerCase()}`,
    host: host.host,
    paths: [...host.paths],
    service: host.endpoint.host.replace(/\..*$/, ''),
    port: host.endpoint.port,
    ...destinationOf(host, exposure),
  }));
}

function destinationOf(host: Host, { route }: ExposureShape): Pick<Route, 'ingress' | 'gateway'> {
  const asked = host.unauthenticated === null;
  if (route.kind === 'gateway') {
    const { name, namespace, section, authentication } = route;
    return {
      gateway: {
        name,
        namespace,
        ...(section !== undefined && { section }),
        ...(asked && authentication && { filter: authentication }),
      },
    };
  }
  const { tls, annotations, authentication, unauthenticated } = route;
  const all = {
    ...annotations,
    ...(tls && 'issuer' in tls && { [issuerAnnotation]: tls.issuer }),
    ...(asked ? authentication : unauthenticated),
  };
  return {
    ingress: {
      class: route.class,
      ...(Object.keys(all).length > 0 && { annotations: all }),
      ...(tls && { tls: 'secret' in tls ? tls.secret : `${host.host.replaceAll('.', '-')}-tls` }),
    },
  };
}

/** Whether the environment has requests authenticated before they reach an app. */
export const authenticates = ({ route }: ExposureShape): boolean =>
  route.kind === 'gateway'
    ? route.authentication !== undefined
    : Object.keys(route.authentication).length > 0;
