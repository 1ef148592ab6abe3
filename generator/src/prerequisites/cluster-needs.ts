import type { EnvironmentModel } from '../model/model.ts';
import { podsOf, sumOf, unsized } from '../plan/footprint.ts';
import type { PlanNode } from '../plan/plan.ts';
import { brings } from './brings.ts';
import type { NodeRoom, Prerequisite } from './prerequisite.ts';
import { roomFor } from './room.ts';

/** What the cluster has to have. */
export function clusterNeeds(
  { destination, cloud, existing, imagePullSecrets }: EnvironmentModel,
  nodes: readonly PlanNode[],
): Prerequisite[] {
  const hosts = unique(nodes.flatMap(({ images }) => Object.values(images).map(registryOf)));
  const namespaces = unique(
    nodes.filter(({ layer }) => layer !== 'crds').flatMap((node) => [...node.namespaces]),
  );
  const hasVolumes = nodes.some(({ keepsData }) => keepsData) || cloud.storageClass !== undefined;
  return [
    { kind: 'kubernetes', version: destination.kubernetesVersion },
    { kind: 'nodes', room: statedRoom(nodes) },
    ...(hasVolumes && !brings(nodes, 'StorageClass')
      ? [{ kind: 'storage-class', name: cloud.storageClass ?? null, cloud: cloud.kind } as const]
      : []),
    { kind: 'network-policies' },
    ...(hosts.length > 0 ? [{ kind: 'registries', hosts } as const] : []),
    ...imagePullSecrets.map((name) => ({ kind: 'pull-secret', name, namespaces }) as const),
    ...existing.kinds.map((group) => ({ kind: 'kinds', group }) as const),
  ];
}

/** What apps say that their pods request; null where most of it would be guessed. */
function statedRoom(nodes: readonly PlanNode[]): NodeRoom | null {
  const pods = podsOf(nodes).filter(({ replicas }) => replicas > 0);
  return sumOf(pods).cpu === 0 ? null : roomFor(pods, pods, unsized(nodes));
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The host of an image reference, which always has one here. */
const registryOf = (reference: string): string => reference.slice(0, reference.indexOf('/'));
