import type { Application } from './application.ts';
import { argocd } from './names.ts';
import { applicationSetGuards, guarded } from './root.ts';

/**
 * The ApplicationSet of the operations layer, the last child of the root. Its Applications have no order and it is
 * "healthy" as soon as they exist, which is just what is wanted here: a sick exporter holds back nothing. Null where
 * there are none.
 */
export function operationsSet(applications: readonly Application[], wave: number): unknown {
  const [first] = applications;
  if (!first) return null;
  const { project, destination } = first.spec;
  const { goTemplate, goTemplateOptions, syncPolicy } = applicationSetGuards;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: project,
      namespace: first.metadata.namespace,
      annotations: guarded(String(wave)),
      finalizers: [argocd.finalizer],
    },
    spec: {
      goTemplate,
      goTemplateOptions,
      generators: [{ list: { elements: applications.map(element) } }],
      syncPolicy,
      template: {
        metadata: { name: escaped('{{ .name }}') },
        spec: {
          // Literal, so that the set keeps the credentials and checks of a project that is known beforehand.
          project,
          destination: { name: destination.name, namespace: escaped('{{ .namespace }}') },
        },
      },
      templatePatch: escaped('{{ toJson .application }}'),
    },
  };
}

/** What differs between the Applications; waves and finalizers mean nothing to those that a set makes. */
function element({ metadata, spec }: Application): unknown {
  const { [argocd.wave]: _wave, [argocd.syncOptions]: _guard, ...annotations } = metadata.annotations;
  const { project: _project, destination, ...rest } = spec;
  return {
    name: metadata.name,
    namespace: destination.namespace,
    application: {
      metadata: {
        labels: metadata.labels,
        annotations: { ...annotations, [argocd.compareOptions]: 'ServerSideDiff=true' },
      },
      spec: rest,
    },
  };
}

/** Helm renders the root's chart first; this is for the ApplicationSet controller, which comes after. */
const escaped = (template: string): string => `{{\`${template}\`}}`;
