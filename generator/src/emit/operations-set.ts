import type { Application } from '../candidates/application.ts';
import { argocd, type ResourceNames } from '../candidates/resource-names.ts';
import { lastLayer } from '../definition/layer.ts';
import { yaml } from '../text/yaml.ts';
import { applicationSetGuards, guarded } from './root.ts';

/**
 * The ApplicationSet of the operations layer, the last child of the root, as a template of the root's chart. Its
 * Applications have no order and it is "healthy" as soon as they exist, which is just what is wanted here: an
 * unhealthy exporter blocks nothing. `first` is any of the Applications: project and cluster are those of all.
 */
export function operationsSet(
  { metadata: { namespace }, spec: { project, destination } }: Application,
  wave: number,
  from: string,
  names: ResourceNames,
): string {
  const { goTemplate, goTemplateOptions, syncPolicy } = applicationSetGuards;
  const set = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: project,
      namespace,
      annotations: guarded(String(wave)),
      finalizers: [argocd.finalizer],
    },
    spec: {
      goTemplate,
      goTemplateOptions,
      generators: [{ list: { elements: [] } }],
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
  return yaml(set, from).replace('elements: []', `elements:\n${elements(names)}`);
}

/** One element for each Application of the layer: its name, and all of it that the set's own template does not say. */
const elements = (names: ResourceNames): string => `\
          {{- range $file, $_ := .Files.Glob "applications/*.yaml" }}
          {{- with fromYaml (tpl ($.Files.Get $file) $) }}
          {{- if eq (index .metadata.labels "${names.key('layer')}") "${lastLayer}" }}
          - name: {{ .metadata.name }}
            namespace: {{ .spec.destination.namespace }}
            application:
              metadata:
                {{- pick .metadata "labels" "annotations" | toYaml | nindent 16 }}
              spec:
                {{- omit .spec "project" "destination" | toYaml | nindent 16 }}
          {{- end }}
          {{- end }}
          {{- end }}`;

/** Helm renders the root's chart first; this is for the ApplicationSet controller, which comes after. */
const escaped = (template: string): string => `{{\`${template}\`}}`;
