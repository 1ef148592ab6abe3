import { argocd, namesOf, type ResourceNames } from '../candidates/resource-names.ts';
import type { Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { type EnvironmentState, shownPlan } from '../running/state.ts';
import { namespaceSteps, ownNamespaces } from './teardown-namespaces.ts';

export interface TeardownOptions {
  /** Also removes stateful apps, and what they need. */
  readonly withData: boolean;
}

/** How an environment is taken apart. */
export interface Teardown {
  /** Names of apps in the order in which they go: a list for each wave, the last wave first. */
  readonly waves: readonly (readonly string[])[];
  /** Apps that stay: those that keep data, and those without which nobody looks after it. */
  readonly kept: readonly string[];
  /** Namespaces that are deleted where nothing of others is in them. */
  readonly namespaces: readonly string[];
  /** Shell script that does it. */
  readonly script: string;
}

/** Takes apart what runs, which is not what the definitions say where an environment is pinned. */
export function teardownOf(state: EnvironmentState, model: Model, options: TeardownOptions): Teardown {
  const nodes = shownPlan(state);
  const removal = removalOf(nodes, options);
  const namespaces = ownNamespaces(removal.waves.flat(), removal.kept, state.environment, model);
  return {
    waves: removal.waves.map((wave) => wave.map(({ name }) => name)),
    kept: removal.kept.map(({ name }) => name),
    namespaces: namespaces.map(({ name }) => name),
    script: script(
      state,
      nodes,
      removal,
      namesOf(model),
      options,
      namespaceSteps(namespaces, state.environment, model.platform.name),
    ),
  };
}

interface Removal {
  readonly waves: readonly (readonly PlanNode[])[];
  readonly kept: readonly PlanNode[];
}

function removalOf(nodes: readonly PlanNode[], { withData }: TeardownOptions): Removal {
  const kept = withData ? new Set<string>() : neededByData(nodes);
  const gone = nodes.filter(({ name }) => !kept.has(name));
  const waves = [...new Set(gone.map(({ wave }) => wave))].sort((a, b) => b - a);
  return {
    waves: waves.map((wave) => gone.filter((node) => node.wave === wave)),
    kept: nodes.filter(({ name }) => kept.has(name)),
  };
}

/** Data without its operator runs on, but nobody repairs it: what it depends on stays with it. */
function neededByData(nodes: readonly PlanNode[]): Set<string> {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const dependency of byName.get(name)?.dependsOn ?? []) need(dependency);
  };
  for (const { name, keepsData } of nodes) if (keepsData) need(name);
  return needed;
}

/**
 * A shell script that takes an environment apart: what makes its Applications first, so that none comes back, then the
 * Applications from the last wave to the first, each wave gone before the next one goes.
 */
function script(
  { environment: { name: environment, argocdNamespace: namespace } }: EnvironmentState,
  nodes: readonly PlanNode[],
  { waves, kept }: Removal,
  names: ResourceNames,
  options: TeardownOptions,
  namespaces: string,
): string {
  const application = ({ name }: PlanNode): string => names.application(environment, name);
  const root = names.root(environment);
  const operations = nodes.some(({ layer }) => layer === 'operations');
  const steps = waves.flatMap((wave) => [
    '',
    `echo 'wave ${wave[0]?.wave}: ${wave.map(({ name }) => name).join(', ')}'`,
    ...wave.filter(({ keepsData }) => keepsData).map((node) => `cascade ${application(node)}`),
    `gone application ${wave.map(application).join(' ')}`,
  ]);
  const projects = [...new Set(nodes.map(({ layer }) => layer))]
    .filter((layer) => !kept.some((node) => node.layer === layer))
    .map((layer) => names.project(environment, layer));
  return `#!/bin/sh
# Tears down ${environment}: in reverse wave order, each wave once the one before is gone.
# Remove it from Git first, or it comes back. Written by \`npm run teardown -- ${environment}${options.withData ? ' --with-data' : ''}\`.
# ARGOCD_CONTEXT names the context of the cluster that Argo CD runs on, where it is not the current one, and
# CLUSTER_CONTEXT that of the environment's own cluster.
set -eu

argocd() { kubectl \${ARGOCD_CONTEXT:+--context "$ARGOCD_CONTEXT"} --namespace ${namespace} "$@"; }
gone() { argocd delete --ignore-not-found --wait "$@"; }
# Without this finalizer, deleting an Application leaves its resources behind.
cascade() {
  argocd get application "$1" >/dev/null 2>&1 || return 0
  argocd patch application "$1" --type merge --patch '{"metadata":{"finalizers":["${argocd.finalizer}"]}}'
}

gone applicationset ${root}
sleep 15
if argocd get applicationset ${root} >/dev/null 2>&1; then
  echo 'the ApplicationSet ${root} came back: remove the environment from Git first' >&2
  exit 1
fi
gone application ${root}
${operations ? `gone applicationset ${root}-operations\n` : ''}${steps.join('\n')}

${projects.length > 0 ? `gone appproject ${projects.join(' ')}\n\n` : ''}${namespaces}cat <<'END'
${leftovers(kept)}
END
echo 'Applications of ${environment} that remain:'
argocd get application --selector ${names.key('environment')}=${environment} --output name
`;
}

function leftovers(kept: readonly PlanNode[]): string {
  return [
    ...(kept.length === 0
      ? []
      : [
          `Kept, because they are stateful or stateful apps need them: ${kept.map(({ name }) => name).join(', ')}.`,
        ]),
    'CRDs stay: other environments on the cluster may use them.',
  ].join('\n');
}
