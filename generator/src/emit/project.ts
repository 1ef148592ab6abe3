import { type Layer, layers } from '../definition/layer.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { namesOf } from './names.ts';
import { guarded } from './root.ts';

/** One AppProject for each layer that has apps: it permits what those apps declare, and nothing else. */
export function projects(environment: EnvironmentModel, nodes: readonly PlanNode[], model: Model): unknown[] {
  return layers.flatMap((layer) => {
    const members = nodes.filter((node) => node.layer === layer);
    return members.length === 0 ? [] : [project(layer, members, environment, model)];
  });
}

function project(
  layer: Layer,
  nodes: readonly PlanNode[],
  environment: EnvironmentModel,
  model: Model,
): unknown {
  const permissions = nodes.map((node) => node.permissions);
  const namespaces = [...new Set(permissions.flatMap((each) => each.namespaces))].sort();
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: namesOf(model).project(environment.name, layer),
      namespace: environment.argocdNamespace,
      annotations: guarded('-1'),
    },
    spec: {
      description: `The ${layer} of ${environment.name}.`,
      sourceRepos: [...new Set(permissions.flatMap((each) => each.sources))].sort(),
      destinations: namespaces.map((namespace) => ({ name: environment.destination.name, namespace })),
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
