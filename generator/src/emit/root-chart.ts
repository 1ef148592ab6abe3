import { lastLayer } from '../definition/layer.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { firstWaveOf } from '../plan/waves.ts';
import type { Application } from './application.ts';
import type { File } from './files.ts';
import { paths } from './names.ts';
import { operationsSet } from './operations-set.ts';
import { projects } from './project.ts';
import { yaml, yamls } from './yaml.ts';

/** An app that runs: its plan, and its Application with the target revision that it runs from. */
export interface Running {
  readonly node: PlanNode;
  readonly application: Application;
  /** The definition that it was made from. */
  readonly from: string;
}

/** The Helm chart that an environment's root renders: what runs. */
export function rootChart(running: readonly Running[], environment: EnvironmentModel, model: Model): File[] {
  const folder = paths.applications(environment);
  const from = environment.place.file;
  const chart = {
    apiVersion: 'v2',
    name: `${environment.name}-applications`,
    description: `What runs in ${environment.name}: its AppProjects and Applications, for its root`,
    version: '0.0.0',
  };
  const permitted = projects(environment, nodesOf(running), model);
  return [
    [`${folder}/Chart.yaml`, yaml(chart, from)],
    [`${folder}/values.schema.json`, `${JSON.stringify(valuesSchema, null, 2)}\n`],
    ...(permitted.length === 0
      ? []
      : [[`${folder}/templates/projects.yaml`, yamls(permitted, from)] as const]),
    ...running.filter(isGated).map((each) => child(each, folder)),
    ...operations(running, environment, model),
  ];
}

const isGated = ({ node }: Running): boolean => node.layer !== lastLayer;
const nodesOf = (running: readonly Running[]): PlanNode[] => running.map(({ node }) => node);

function child({ node, application, from }: Running, folder: string): File {
  return [`${folder}/templates/apps/${node.name}.yaml`, yaml(application, from)];
}

function operations(running: readonly Running[], environment: EnvironmentModel, model: Model): File[] {
  const ungated = running.filter((each) => !isGated(each));
  if (ungated.length === 0) return [];
  const applications = ungated.map(({ application }) => application);
  const set = operationsSet(applications, firstWaveOf(lastLayer, nodesOf(running)), environment, model);
  return [
    [`${paths.applications(environment)}/templates/operations.yaml`, yaml(set, environment.place.file)],
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
