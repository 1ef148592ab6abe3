import type { Application } from '../candidates/application.ts';
import { labelDomainsOf } from '../candidates/own-labels.ts';
import { argocd, namesOf, type ResourceNames } from '../candidates/resource-names.ts';
import { lastingName } from '../model/check-environments.ts';
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
  state: EnvironmentState,
  nodes: readonly PlanNode[],
  { waves, kept }: Removal,
  names: ResourceNames,
  options: TeardownOptions,
  namespaces: string,
): string {
  const { environment } = state;
  const { name, argocdNamespace: namespace } = environment;
  const applications = applicationsIn(state);
  const application = (node: PlanNode): string => applications.get(node.name)?.metadata.name ?? node.name;
  const projectsOf = (some: readonly PlanNode[]): string[] => [
    ...new Set(some.flatMap((node) => applications.get(node.name)?.spec.project ?? [])),
  ];
  const root = names.root(environment);
  // The set is called after the project of its Applications.
  const sets = projectsOf(nodes.filter(({ layer }) => layer === 'operations'));
  const steps = waves.flatMap((wave) => [
    '',
    `echo 'wave ${wave[0]?.wave}: ${wave.map(({ name }) => name).join(', ')}'`,
    ...wave.filter(({ keepsData }) => keepsData).map((node) => `cascade ${application(node)}`),
    `gone application ${wave.map(application).join(' ')}`,
  ]);
  const used = projectsOf(kept);
  const projects = projectsOf(nodes).filter((project) => !used.includes(project));
  const selectors = labelDomainsOf([...applications.values()]).map(
    (domain) => `${domain}/environment=${lastingName(environment)}`,
  );
  return `#!/bin/sh
# Tears down ${name}: in reverse wave order, each wave once the one before is gone.
# Remove it from Git first, or it comes back. Written by \`npm run teardown -- ${name}${options.withData ? ' --with-data' : ''}\`.
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

${nodes.length === 0 ? '' : noneThere(name, nodes.map(application))}gone applicationset ${root}
sleep 15
if argocd get applicationset ${root} >/dev/null 2>&1; then
  echo 'the ApplicationSet ${root} came back: remove the environment from Git first' >&2
  exit 1
fi
gone application ${root}
${sets.length > 0 ? `gone applicationset ${sets.join(' ')}\n` : ''}${steps.join('\n')}

${projects.length > 0 ? `gone appproject ${projects.join(' ')}\n\n` : ''}${namespaces}cat <<'END'
${leftovers(kept)}
END
echo 'Applications of ${name} that remain:'
${selectors.map((selector) => `argocd get application --selector ${selector} --output name\n`).join('')}`;
}

/** What runs by its own Applications: those of pins may be called otherwise than the definitions of today would call them. */
const applicationsIn = ({ running, candidates }: EnvironmentState): Map<string, Application> =>
  new Map((running?.apps ?? candidates).map(({ node, application }) => [node.name, application]));

/** What is not there is deleted without a word, and a script for another cluster, or another name, finds nothing there. */
const noneThere = (environment: string, applications: readonly string[]): string =>
  `if [ -z "$(argocd get application --ignore-not-found --output name ${applications.join(' ')})" ]; then
  echo 'Argo CD has no Application of what ${environment} runs: is ARGOCD_CONTEXT right, and was it another commit that ran?' >&2
fi
`;

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
