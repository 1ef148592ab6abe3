import { lastLayer } from '../definition/layer.ts';
import { lastingName } from '../model/check-environments.ts';
import type { AppModel, EnvironmentModel, Model } from '../model/model.ts';
import { yaml } from '../text/yaml.ts';
import { manifestPaths, sourcesOf } from './application-sources.ts';
import { argocd, namesOf } from './resource-names.ts';

/** Seconds of patience that the gate takes where an Application says nothing. */
export const defaultPatience = 1800;
/** Seconds for which an app may be Degraded before its wave fails. */
export const defaultGrace = 60;

/** An Application of Argo CD, as far as we write it. */
export interface Application {
  readonly apiVersion: 'argoproj.io/v1alpha1';
  readonly kind: 'Application';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  readonly spec: {
    readonly project: string;
    readonly destination: { readonly name: string; readonly namespace: string };
  } & Readonly<Record<string, unknown>>;
}

/** The repositories that an Application takes its manifests from, as often as it names them. */
export const repositoriesOf = (application: Application): string[] =>
  sourcesIn(application).map(({ repoURL }) => repoURL);

/** All sources of an Application. */
export function sourcesIn({ spec }: Application): ApplicationSource[] {
  const { source, sources } = spec as { source?: ApplicationSource; sources?: readonly ApplicationSource[] };
  return [...(source ? [source] : []), ...(sources ?? [])];
}

interface ApplicationSource {
  readonly repoURL: string;
  readonly targetRevision?: string;
  /** Name of a chart in a chart repository; none where the source is a git repository. */
  readonly chart?: string;
}

/** The Application of one app of an environment. */
export function applicationOf(
  app: AppModel,
  wave: number,
  environment: EnvironmentModel,
  model: Model,
): Application {
  const names = namesOf(model);
  const isCrds = app.layer === 'crds';
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: names.application(environment, app.name),
      namespace: environment.argocdNamespace,
      labels: {
        [names.key('app')]: app.name,
        [names.key('environment')]: lastingName(environment),
        [names.key('layer')]: app.layer,
      },
      annotations: {
        ...(isGated(app) ? gated(wave) : { [argocd.compareOptions]: 'ServerSideDiff=true' }),
        ...manifestPaths(app, environment, model),
        ...(app.patience !== defaultPatience && { [names.key('patience-seconds')]: String(app.patience) }),
        // A definition that upstream dropped stays, for the objects of its kind would go with it.
        ...(isCrds && { [names.key('keeps-extraneous')]: 'true' }),
      },
      // Without the finalizer, deleting the Application leaves everything that it made.
      ...(isGated(app) && !isCrds && !app.keepsData && { finalizers: [argocd.finalizer] }),
    },
    spec: {
      project: names.project(environment, app.layer),
      ...sourcesOf(app, environment, model),
      destination: { name: environment.destination.name, namespace: app.namespace },
      syncPolicy: syncPolicy(app, environment, model),
    },
  };
}

/** The text of its file: what is the same for every app, or says one thing, takes one line. */
export const applicationText = (application: Application, from: string): string =>
  yaml(application, from, [
    'metadata.finalizers',
    'spec.destination',
    'spec.sources.1',
    'spec.syncPolicy.automated',
    'spec.syncPolicy.syncOptions',
    'spec.syncPolicy.retry',
  ]);

/** Whether an app has a place in the order. The others hold back nothing: an ApplicationSet makes their Applications. */
export const isGated = ({ layer }: Pick<AppModel, 'layer'>): boolean => layer !== lastLayer;

const gated = (wave: number): Record<string, string> => ({
  [argocd.wave]: String(wave),
  // Leaving git must neither delete the app nor hold up its root: `Prune=confirm` would freeze it.
  [argocd.syncOptions]: 'Prune=false,Delete=confirm',
  [argocd.compareOptions]: 'IgnoreExtraneous,ServerSideDiff=true',
});

function syncPolicy(app: AppModel, environment: EnvironmentModel, model: Model): unknown {
  const isCrds = app.layer === 'crds';
  return {
    automated: { prune: !isCrds, selfHeal: true },
    syncOptions: [
      ...(isCrds ? ['Prune=false'] : ['CreateNamespace=true']),
      // The only way for definitions larger than an annotation may be, and honest about who owns which field.
      'ServerSideApply=true',
    ],
    ...(!isCrds && { managedNamespaceMetadata: { labels: namespaceLabels(app, environment, model) } }),
    // Finite: an operation that retries keeps the revision it began with and would never see the fix.
    retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
  };
}

const levels = ['restricted', 'baseline', 'privileged'] as const;

/** A namespace that several apps share enforces what the least strict of them needs, and all of them say so. */
function namespaceLabels(app: AppModel, environment: EnvironmentModel, model: Model): Record<string, string> {
  const sharing = environment.apps.filter(
    ({ namespace, layer }) => namespace === app.namespace && layer !== 'crds',
  );
  const level =
    levels[Math.max(...sharing.map(({ podSecurity }) => levels.indexOf(podSecurity.level)))] ?? 'restricted';
  return {
    'app.kubernetes.io/part-of': model.platform.name,
    'pod-security.kubernetes.io/enforce': level,
  };
}
