import type { Layer } from '../definition/layer.ts';
import { applicationName, type NamedEnvironment } from '../model/check-environments.ts';
import type { Model } from '../model/model.ts';

/** Names and keys that several emitters write; each is made here once. */
export interface ResourceNames {
  readonly bootstrap: string;
  root(environment: NamedEnvironment): string;
  application(environment: NamedEnvironment, app: string): string;
  project(environment: NamedEnvironment, layer: Layer): string;
  /** Our own label or annotation. */
  key(name: 'app' | 'environment' | 'layer' | 'patience-seconds' | 'keeps-extraneous'): string;
}

export function namesOf({ platform }: Model): ResourceNames {
  return {
    bootstrap: `${platform.name}-bootstrap`,
    root: (environment) => applicationName(platform.name, environment),
    application: (environment, app) => applicationName(platform.name, environment, app),
    project: (environment, layer) => `${applicationName(platform.name, environment)}-${layer}`,
    key: (name) => `${platform.labelDomain}/${name}`,
  };
}

/** What Argo CD's own keys are called. */
export const argocd = {
  wave: 'argocd.argoproj.io/sync-wave',
  syncOptions: 'argocd.argoproj.io/sync-options',
  compareOptions: 'argocd.argoproj.io/compare-options',
  manifestPaths: 'argocd.argoproj.io/manifest-generate-paths',
  finalizer: 'resources-finalizer.argocd.argoproj.io',
} as const;

export { revisionPlaceholder } from '../definition/shape/primitive.ts';
