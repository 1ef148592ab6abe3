import type { AppModel, EnvironmentModel, Model } from '../model/model.ts';
import type { PlanNode } from '../plan/plan.ts';
import { type Application, applicationOf } from './application.ts';
import type { File } from './files.ts';
import { paths } from './names.ts';
import { valuesFiles } from './sources.ts';
import { yaml } from './yaml.ts';

/** An app as it would run if the environment were promoted to this commit. */
export interface Candidate {
  readonly app: AppModel;
  readonly node: PlanNode;
  readonly application: Application;
  /** The Application's file. */
  readonly text: string;
}

export function candidatesOf(
  environment: EnvironmentModel,
  nodes: readonly PlanNode[],
  model: Model,
): Candidate[] {
  const byName = new Map(environment.apps.map((app) => [app.name, app]));
  return nodes.flatMap((node) => {
    const app = byName.get(node.name);
    if (!app) return [];
    const application = applicationOf(app, node.wave, environment, model);
    return [{ app, node, application, text: yaml(application, app.place.file) }];
  });
}

/** The files of one candidate: complete data, from which an older commit can be run without its generator. */
export function candidateFiles({ app, node, text }: Candidate, environment: EnvironmentModel): File[] {
  const folder = paths.candidate(environment);
  const from = app.place.file;
  const files = valuesFiles(app, environment);
  return [
    [`${folder}/applications/${app.name}.yaml`, text],
    [`${folder}/plan/${app.name}.yaml`, yaml(node, from)],
    ...(app.values === null ? [] : [[files.values, yaml(app.values, from)] as const]),
    ...(app.companion === null ? [] : [[files.companion, yaml(app.companion, from)] as const]),
  ];
}
