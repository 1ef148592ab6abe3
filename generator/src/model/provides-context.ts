import type { EnvironmentContext } from '../definition/context.ts';
import type { Endpoint, Host, SecretOutput } from '../definition/output.ts';
import type { ExposureShape } from '../definition/shape/exposure-shape.ts';
import type { SizeRow } from '../definition/size.ts';
import type { CheckedApp } from './definitions.ts';
import { podsOf } from './network.ts';
import { secretOutput } from './secret-uses.ts';

/** What the outputs of an app hang on. */
export interface ProvidesScope {
  readonly environment: EnvironmentContext;
  readonly size: SizeRow;
  readonly namespace: string;
  readonly exposure: ExposureShape | null;
}

interface PodOptions {
  readonly port?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

interface HostOptions {
  readonly paths?: readonly string[];
  readonly unauthenticated?: string;
}

/** The context that `provides` of an app gets. */
export function providesContext(
  app: CheckedApp,
  { environment, size, namespace, exposure }: ProvidesScope,
): object {
  return {
    environment,
    size,
    namespace,
    secret: (name: string): SecretOutput => secretOutput(app, name),
    endpoint: (service: string, port: number, pods: PodOptions = {}): Endpoint => ({
      kind: 'endpoint',
      host: `${service}.${namespace}.svc.cluster.local`,
      port,
      podPort: pods.port ?? port,
      pods: pods.labels ?? podsOf(app),
    }),
    host: (name: string, endpoint: Endpoint, options: HostOptions = {}): Host => {
      const host = name === '@' ? environment.domain : `${name}.${environment.domain}`;
      return {
        kind: 'host',
        host,
        url: `${schemeOf(exposure)}://${host}`,
        endpoint,
        paths: options.paths ?? ['/'],
        unauthenticated: options.unauthenticated ?? null,
      };
    },
  };
}

/** A Gateway has its certificates; an Ingress only where somebody says so. */
const schemeOf = (exposure: ExposureShape | null): 'http' | 'https' =>
  exposure?.route.kind === 'ingress' && exposure.route.tls === undefined ? 'http' : 'https';
