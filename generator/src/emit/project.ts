import { type Layer, layers } from '../definition/layer.ts';
import type { Application } from './application.ts';
import { guarded } from './root.ts';
import type { RunningApp } from './running.ts';

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
  const permissions = members.map(({ node }) => node.permissions);
  const namespaces = [...new Set(permissions.flatMap((each) => each.namespaces))].sort();
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: spec.project, namespace: metadata.namespace, annotations: guarded('-1') },
    spec: {
      description: `The ${layer} of ${environment}.`,
      sourceRepos: [...new Set(permissions.flatMap((each) => each.sources))].sort(),
      destinations: namespaces.map((namespace) => ({ name: spec.destination.name, namespace })),
      clusterResourceWhitelist: [
        ...(layer === 'crds' ? [] : namespaces.map((name) => ({ group: '', kind: 'Namespace', name }))),
        ...distinct(permissions.flatMap((each) => each.clusterKinds)),
      ],
    },
  };
}

function distinct<T extends { group: string; kind: string }>(kinds: readonly T[]): T[] {
  const byKey = new Map(kinds.map((each) => [`${each.group}/${each.kind}`, each]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
