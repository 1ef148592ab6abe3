import type { EnvironmentModel } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { brings } from './brings.ts';
import type { Prerequisite } from './prerequisite.ts';

/** What lets requests in from outside; nothing where the environment is not exposed. */
export function entranceNeeds({ exposure }: EnvironmentModel, nodes: readonly PlanNode[]): Prerequisite[] {
  const exposed = nodes.flatMap(({ namespace, provides }) =>
    Object.values(provides).flatMap((output) =>
      output.kind === 'host' ? [{ namespace, host: output.host }] : [],
    ),
  );
  if (exposure === null || exposed.length === 0) return [];
  const hosts = [...new Set(exposed.map(({ host }) => host))].sort();
  const namespaces = [...new Set(exposed.map(({ namespace }) => namespace))].sort();
  return [
    ...routeNeeds(exposure.route, namespaces, nodes),
    ...hosts.map((host) => ({ kind: 'dns', host }) as const),
  ];
}

type RouteShape = NonNullable<EnvironmentModel['exposure']>['route'];

function routeNeeds(
  route: RouteShape,
  namespaces: readonly string[],
  nodes: readonly PlanNode[],
): Prerequisite[] {
  if (route.kind === 'gateway') {
    const ours = nodes.some((node) => node.namespaces.includes(route.namespace));
    return ours ? [] : [{ kind: 'gateway', namespace: route.namespace, name: route.name }];
  }
  const { tls } = route;
  return [
    ...(brings(nodes, 'IngressClass') ? [] : [{ kind: 'ingress-class', name: route.class } as const]),
    ...(tls !== undefined && 'issuer' in tls && !brings(nodes, 'ClusterIssuer')
      ? [{ kind: 'issuer', name: tls.issuer } as const]
      : []),
    ...(tls !== undefined && 'secret' in tls
      ? [{ kind: 'certificate', name: tls.secret, namespaces } as const]
      : []),
  ];
}
