import { lastLayer } from '../definition/layer.ts';
import type { EnvironmentModel } from '../model/model.ts';
import { firstWaveOf } from '../plan/waves.ts';
import type { File } from './files.ts';
import { paths } from './names.ts';
import { operationsSet } from './operations-set.ts';
import { projects } from './project.ts';
import type { Running, RunningApp } from './running.ts';
import { yaml, yamls } from './yaml.ts';

/** The Helm chart that an environment's root renders: what runs. */
export function rootChart(running: Running | null, environment: EnvironmentModel): File[] {
  const folder = paths.applications(environment);
  const from = running?.from ?? environment.place.file;
  const apps = running?.apps ?? [];
  const chart = {
    apiVersion: 'v2',
    name: `${environment.name}-applications`,
    description: `What runs in ${environment.name}: its AppProjects and Applications, for its root`,
    version: '0.0.0',
  };
  const permitted = projects(apps, environment.name);
  return [
    [`${folder}/Chart.yaml`, yaml(chart, from)],
    [`${folder}/values.schema.json`, `${JSON.stringify(valuesSchema, null, 2)}\n`],
    ...(permitted.length === 0
      ? []
      : [[`${folder}/templates/projects.yaml`, yamls(permitted, from)] as const]),
    ...apps
      .filter(isGated)
      .map(({ node, text }): File => [`${folder}/templates/apps/${node.name}.yaml`, text]),
    ...operations(apps, folder, from),
  ];
}

const isGated = ({ node }: RunningApp): boolean => node.layer !== lastLayer;

function operations(apps: readonly RunningApp[], folder: string, from: string): File[] {
  const ungated = apps.filter((each) => !isGated(each)).map(({ application }) => application);
  const nodes = apps.map(({ node }) => node);
  const set = operationsSet(ungated, firstWaveOf(lastLayer, nodes));
  return set === null ? [] : [[`${folder}/templates/operations.yaml`, yaml(set, from)]];
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
