import type { Cloud, CloudKind } from '../definition/cloud.ts';
import type { EnvironmentModel } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { brings } from './brings.ts';
import type { Prerequisite } from './prerequisite.ts';

/** What lets requests in from outside; nothing where the environment is not exposed. */
export function entranceNeeds(
  { exposure, cloud, domain }: EnvironmentModel,
  nodes: readonly PlanNode[],
): Prerequisite[] {
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
    // Somebody else's controller has its address already, and need not be told.
    ...(cloud.entrance !== undefined || nodes.some(isIn(exposure.caller.namespace))
      ? [addressNeed(cloud)]
      : []),
    ...hosts.map((host) => ({ kind: 'dns', host, domain }) as const),
  ];
}

const isIn =
  (namespace: string) =>
  (node: PlanNode): boolean =>
    node.namespaces.includes(namespace);

function addressNeed(cloud: Cloud): Prerequisite {
  const { kind } = cloud;
  const named = (names: readonly string[], within: string | null = null) =>
    ({ kind: 'address', cloud: kind, names, within }) as const;
  if (cloud.entrance === undefined) return named([]);
  switch (cloud.kind) {
    case 'aws':
      return named(cloud.entrance.allocationIds);
    case 'azure':
      return named([cloud.entrance.publicIp], cloud.entrance.resourceGroup);
    case 'gcp':
      return named([cloud.entrance.address], cloud.region);
    case 'local':
      return named([cloud.entrance.address]);
  }
}

/** What to do for an address that is known before anything runs. */
export const toReserve: Readonly<Record<CloudKind, string>> = {
  aws: 'allocate an Elastic IP for each public subnet, and give cloud.entrance.allocationIds; or DNS has to wait until the gateway runs',
  azure:
    'create a static public IP, and give cloud.entrance.publicIp and .resourceGroup; or DNS has to wait until the gateway runs',
  gcp: 'reserve a regional static address, and give its name as cloud.entrance.address; or DNS has to wait until the gateway runs',
  local: 'give one that leads to the nodes as cloud.entrance.address; or only ports of the nodes lead in',
};

type RouteShape = NonNullable<EnvironmentModel['exposure']>['route'];

function routeNeeds(
  route: RouteShape,
  namespaces: readonly string[],
  nodes: readonly PlanNode[],
): Prerequisite[] {
  if (route.kind === 'gateway') {
    return nodes.some(isIn(route.namespace))
      ? []
      : [{ kind: 'gateway', namespace: route.namespace, name: route.name }];
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
