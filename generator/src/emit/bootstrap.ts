import { defaultGrace, defaultPatience } from '../candidates/application.ts';
import { labelDomainsOf } from '../candidates/own-labels.ts';
import { argocd, namesOf } from '../candidates/resource-names.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import { entryOf } from '../problem/entry-of.ts';
import type { EnvironmentState } from '../running/state.ts';
import { yaml } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import { guarded, inCluster, rootSyncPolicy } from './root.ts';

const from = 'environments/platform.ts';

/** Lua of the gate, with a place for the domains of our own labels. Given, because emitters read no files. */
export type Gate = string;

/** What an Argo CD instance is given once with kubectl, and then keeps in step by itself. */
export function bootstrap(
  instance: string,
  model: Model,
  states: readonly EnvironmentState[],
  gate: Gate,
): File[] {
  const namespace = entryOf(model.platform.argocd, instance)?.namespace ?? 'argocd';
  const environments = model.environments.filter((environment) => environment.argocd === instance);
  const folder = paths.bootstrap(instance);
  return [
    [`${folder}/project.yaml`, yaml(project(namespace, model), from)],
    [
      `${folder}/argocd-cm.yaml`,
      yaml(settings(namespace, model, gateOf(gate, domainsOf(instance, model, states))), from),
    ],
    [`${folder}/root.yaml`, yaml(root(instance, namespace, environments, model), from)],
  ];
}

/** Roots may only write what Argo CD reads, where Argo CD is: who can push here decides what runs anyway. */
function project(namespace: string, model: Model): unknown {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: namesOf(model).bootstrap, namespace, annotations: guarded('-20') },
    spec: {
      description: `The roots of ${model.platform.name}: they write Argo CD's own objects and nothing else.`,
      sourceRepos: [model.platform.repository],
      destinations: [inCluster(namespace)],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'Application' },
        { group: 'argoproj.io', kind: 'ApplicationSet' },
        { group: '', kind: 'ConfigMap' },
      ],
    },
  };
}

/** That of today, and those of pins that are older than it: the gate is for all that run. */
function domainsOf(instance: string, { platform }: Model, states: readonly EnvironmentState[]): string[] {
  const applications = states
    .filter(({ environment }) => environment.argocd === instance)
    .flatMap(({ running }) => (running?.apps ?? []).map(({ application }) => application));
  return [...new Set([platform.labelDomain, ...labelDomainsOf(applications)])];
}

/** Part of Argo CD's own ConfigMap, applied on the server's side: every other key stays whose it is. */
function settings(namespace: string, model: Model, gate: Gate): unknown {
  const checks = Object.entries(model.healthChecks).map(([kind, { text }]) => [
    `resource.customizations.health.${kind}`,
    text,
  ]);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-cm',
      namespace,
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
      annotations: { [argocd.wave]: '-10', [argocd.syncOptions]: 'Prune=false,ServerSideApply=true' },
    },
    data: Object.fromEntries(
      [...checks, ['resource.customizations.health.argoproj.io_Application', gate]].sort(
        ([a = ''], [b = '']) => (a < b ? -1 : 1),
      ),
    ),
  };
}

function gateOf(gate: Gate, domains: readonly string[]): Gate {
  return gate
    .replaceAll('@LABEL_DOMAINS@', domains.map((domain) => `"${domain}"`).join(', '))
    .replaceAll('@PATIENCE@', String(defaultPatience))
    .replaceAll('@GRACE@', String(defaultGrace));
}

function root(
  instance: string,
  namespace: string,
  environments: readonly EnvironmentModel[],
  model: Model,
): unknown {
  const names = namesOf(model);
  const files = [
    `generated/bootstrap/${instance}/*`,
    ...environments.map(({ name }) => `${name}/generated/applicationset.yaml`),
  ];
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: names.bootstrap,
      namespace,
      annotations: { ...guarded('10'), [argocd.compareOptions]: 'IgnoreExtraneous,ServerSideDiff=true' },
    },
    spec: {
      project: names.bootstrap,
      source: {
        repoURL: model.platform.repository,
        targetRevision: `refs/heads/${model.platform.branch}`,
        path: 'environments',
        directory: { recurse: true, include: `{${files.join(',')}}` },
      },
      destination: inCluster(namespace),
      syncPolicy: rootSyncPolicy,
    },
  };
}
