import { isGated } from '../candidates/application.ts';
import { imagesText } from '../candidates/images-file.ts';
import { layerIn, layerKeys } from '../candidates/own-labels.ts';
import { revisionPlaceholder } from '../candidates/resource-names.ts';
import { lastLayer } from '../definition/layer.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { firstWaveOf } from '../plan/waves.ts';
import type { Running, RunningApp } from '../running/running.ts';
import { markedJson, notice } from '../text/notice.ts';
import { yaml, yamls } from '../text/yaml.ts';
import type { File } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import { asTemplate } from './go-template.ts';
import { operationsSet } from './operations-set.ts';
import { projects } from './project.ts';

/**
 * Where the chart lies that an environment's root renders. One that follows a branch runs its candidates, so that is the
 * folder of these: nothing is written twice.
 */
export const rootFolder = (environment: EnvironmentModel): string =>
  environment.release?.kind === 'pinned' ? paths.running(environment) : paths.candidate(environment);

/** The Helm chart around the Applications that run. */
export function rootChart({ apps, from }: Running, environment: EnvironmentModel): File[] {
  const folder = rootFolder(environment);
  const chart = {
    apiVersion: 'v2',
    name: `${environment.name}-applications`,
    description: `What runs in ${environment.name}: its AppProjects and Applications, for its root`,
    version: '0.0.0',
  };
  const keys = layerKeys(apps.map(({ application }) => application));
  const permitted = projects(apps, environment.name);
  return [
    [`${folder}/Chart.yaml`, yaml(chart, from)],
    [`${folder}/values.schema.json`, markedJson(valuesSchema, from)],
    ...(permitted.length === 0
      ? []
      : [
          [
            `${folder}/templates/projects.yaml`,
            asTemplate(yamls(permitted, from, ['spec.destinations.*', 'spec.clusterResourceWhitelist.*'])),
          ] as const,
        ]),
    ...(apps.some(({ node }) => isGated(node))
      ? [[`${folder}/templates/applications.yaml`, applications(from, keys)] as const]
      : []),
    ...operations(apps, folder, from, keys),
  ];
}

/** The Applications of a pinned environment, each as its commit has it, and their images. */
export function pinnedFiles({ apps, from }: Running, environment: EnvironmentModel): File[] {
  const folder = paths.running(environment);
  const nodes = apps.map(({ node }) => node);
  return [
    ...apps.map(({ node, text }): File => [`${folder}/applications/${node.name}.yaml`, text]),
    [`${folder}/images.yaml`, imagesText(nodes, from)],
  ];
}

/** The text of a file below the chart, with the root's commit filled in; whatever else is in it is no template. */
const filledIn = (file: string): string =>
  `$.Files.Get ${file} | replace "${revisionPlaceholder}" $.Values.revision`;

/** Every Application but those of the last layer, as its file has it, with the root's commit filled in. */
function applications(from: string, keys: readonly string[]): string {
  return `# ${asTemplate(notice(from))}
{{- range $file, $_ := .Files.Glob "applications/*.yaml" }}
{{- $application := ${filledIn('$file')} }}
{{- if ne (${layerIn('(fromYaml $application).metadata.labels', keys)}) "${lastLayer}" }}
---
{{ $application }}
{{- end }}
{{- end }}
`;
}

function operations(
  apps: readonly RunningApp[],
  folder: string,
  from: string,
  keys: readonly string[],
): File[] {
  const first = apps.find(({ node }) => !isGated(node));
  if (!first) return [];
  const wave = firstWaveOf(
    lastLayer,
    apps.map(({ node }) => node),
  );
  return [
    [
      `${folder}/templates/operations.yaml`,
      operationsSet(first.application, wave, from, keys, filledIn('$file')),
    ],
  ];
}

/** Without a commit there is nothing to pin the children to, so rendering must fail. */
const valuesSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['revision'],
  properties: {
    revision: {
      description: 'The commit that the root was rendered from; its children are pinned to it.',
      type: 'string',
      pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$',
    },
    global: { type: 'object' },
  },
  additionalProperties: false,
};
