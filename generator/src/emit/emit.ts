import type { Model } from '../model/model.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import { bootstrap, type Gate } from './bootstrap.ts';
import { candidateFiles, candidatesOf } from './candidate.ts';
import { definitionSchemaFiles } from './definition-schemas.ts';
import { environmentSet } from './environment-set.ts';
import { collect, type File, type Files } from './files.ts';
import { namesFile } from './names-file.ts';
import { planPage } from './plan-page.ts';
import { rootChart } from './root-chart.ts';
import { typesFiles, type ValueTypes } from './types-files.ts';

/** What emitters need and cannot make themselves. */
export interface Ingredients {
  /** Lua of the health check for Applications. */
  readonly gate: Gate;
  /** TypeScript of each chart's values, by path of its schema. */
  readonly types: ValueTypes;
}

/** The plan of every environment, by its name. */
export type Plans = ReadonlyMap<string, Plan>;

export function plansOf(model: Model): Plans {
  return new Map(model.environments.map((each) => [each.name, planOf(each, model.platform.repository)]));
}

/** Every file that the repository should hold. */
export function emit(model: Model, plans: Plans, { gate, types }: Ingredients): Files {
  return collect([
    ...Object.keys(model.platform.argocd).flatMap((instance) => bootstrap(instance, model, gate)),
    ...model.environments.flatMap((environment) => environmentFiles(environment, model, plans)),
    ...definitionSchemaFiles(),
    ...typesFiles(model, types),
    namesFile(model),
  ]);
}

function environmentFiles(environment: Model['environments'][number], model: Model, plans: Plans): File[] {
  const plan = plans.get(environment.name) ?? planOf(environment, model.platform.repository);
  const candidates = candidatesOf(environment, plan.nodes, model);
  // An environment that follows a branch runs its candidates; one that was never released runs nothing.
  const running =
    environment.follow === null ? [] : candidates.map((each) => ({ ...each, from: each.app.place.file }));
  return [
    environmentSet(environment, model),
    ...rootChart(running, environment, model),
    ...candidates.flatMap((candidate) => candidateFiles(candidate, environment)),
    planPage(environment, plan),
  ];
}
