import { type Application, repositoriesOf } from '../candidates/application.ts';
import { type Layer, layers } from '../definition/layer.ts';
import type { RunningApp } from '../running/running.ts';
import { guarded } from './root.ts';

/** One AppProject for each layer that has apps: it permits what those apps declare, and nothing else. */
export function projects(apps: readonly RunningApp[], environment: string): unknown[] {
  return layers.flatMap((layer) => {
    const members = apps.filter(({ node }) => node.layer === layer);
    const [first] = members;
    return first ? [project(layer, first.application, members, environment)] : [];
  });
}

/** Names come from the Applications, which may be those of an older commit. */
function project(
  layer: Layer,
  { metadata, spec }: Application,
  members: readonly RunningApp[],
  environment: string,
): unknown {
  const namespaces = [...new Set(members.flatMap(({ node }) => node.namespaces))].sort();
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: spec.project, namespace: metadata.namespace, annotations: guarded('-1') },
    spec: {
      description: `The ${layer} of ${environment}.`,
      sourceRepos: [...new Set(members.flatMap(({ application }) => repositoriesOf(application)))].sort(),
      destinations: namespaces.map((namespace) => ({ name: spec.destination.name, namespace })),
      clusterResourceWhitelist: [
        ...(layer === 'crds' ? [] : namespaces.map((name) => ({ group: '', kind: 'Namespace', name }))),
        ...distinct(members.flatMap(({ node }) => node.clusterKinds)),
      ],
    },
  };
}

function distinct<T extends { group: string; kind: string }>(kinds: readonly T[]): T[] {
  const byKey = new Map(kinds.map((kind) => [`${kind.group}/${kind.kind}`, kind]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
