import type { PlatformShape } from '../definition/shape/platform-shape.ts';
import type { EnvironmentModel } from '../model/model.ts';
import type { Prerequisite } from './prerequisite.ts';

/** The oldest Argo CD that knows all keys of what we write: names in an AppProject's list of cluster resources came last. */
const oldest = '3.3';

/** What Argo CD has to be told before it is given the root. */
export function argocdNeeds(
  { argocdNamespace, destination }: EnvironmentModel,
  { repository }: PlatformShape,
): Prerequisite[] {
  return [
    { kind: 'argocd', namespace: argocdNamespace, version: oldest },
    ...(destination.name === 'in-cluster' ? [] : [{ kind: 'cluster', name: destination.name } as const]),
    { kind: 'repository', url: repository },
  ];
}
