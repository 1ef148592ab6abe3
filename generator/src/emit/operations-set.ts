import type { Application } from '../candidates/application.ts';
import { layerIn } from '../candidates/own-labels.ts';
import { argocd } from '../candidates/resource-names.ts';
import { lastLayer } from '../definition/layer.ts';
import { yaml } from '../text/yaml.ts';
import { asTemplate } from './go-template.ts';
import { applicationSetGuards, guarded } from './root.ts';

/**
 * The ApplicationSet of the operations layer, the last child of the root, as a template of the root's chart. Its
 * Applications have no order and it is "healthy" as soon as they exist, which is just what is wanted here: an
 * unhealthy exporter blocks nothing. `first` is any of the Applications: project and cluster are those of all;
 * `text` is the template of the text of `$file`, and `keys` are the labels that say its layer.
 */
export function operationsSet(
  { metadata: { namespace }, spec: { project, destination } }: Application,
  wave: number,
  from: string,
  keys: readonly string[],
  text: string,
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
        metadata: { name: '{{ .name }}' },
        spec: {
          // Literal, so that the set keeps the credentials and checks of a project that is known beforehand.
          project,
          destination: { name: asTemplate(destination.name), namespace: '{{ .namespace }}' },
        },
      },
      templatePatch: '{{ toJson .application }}',
    },
  };
  // Helm renders the root's chart first; what is a template in the set is for its controller, which comes after.
  return asTemplate(yaml(set, from)).replace(
    /^( +)elements: \[\]$/m,
    (_, indent) => `${indent}elements:\n${elements(keys, text)}`,
  );
}

/** One element for each Application of the layer: its name, and all of it that the set's own template does not say. */
const elements = (keys: readonly string[], text: string): string => `\
          {{- range $file, $_ := .Files.Glob "applications/*.yaml" }}
          {{- with ${text} | fromYaml }}
          {{- if eq (${layerIn('.metadata.labels', keys)}) "${lastLayer}" }}
          - name: {{ .metadata.name | quote }}
            namespace: {{ .spec.destination.namespace | quote }}
            application:
              metadata: {{ pick .metadata "labels" "annotations" | toJson }}
              spec: {{ omit .spec "project" "destination" | toJson }}
          {{- end }}
          {{- end }}
          {{- end }}`;
