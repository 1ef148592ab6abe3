import type { EnvironmentModel, Model } from '../model/model.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import { bootstrap, type Gate } from './bootstrap.ts';
import { type Candidate, candidateFiles, candidatesOf } from './candidate.ts';
import { definitionSchemaFiles } from './definition-schemas.ts';
import type { Difference } from './difference-page.ts';
import { environmentSet } from './environment-set.ts';
import { collect, type File, type Files } from './files.ts';
import { namesFile } from './names-file.ts';
import { planPage } from './plan-page.ts';
import { rootChart } from './root-chart.ts';
import type { Running } from './running.ts';
import { runningFile } from './running-file.ts';
import { typesFiles, type ValueTypes } from './types-files.ts';

/** What emitters need and cannot make themselves. */
export interface Ingredients {
  /** Lua of the health check for Applications. */
  readonly gate: Gate;
  /** TypeScript of each chart's values, by path of its schema. */
  readonly types: ValueTypes;
}

/** An environment with what would run in it, and what does. */
export interface Planned {
  readonly environment: EnvironmentModel;
  readonly plan: Plan;
  readonly candidates: readonly Candidate[];
  /** Null while it was never released. */
  readonly running: Running | null;
  /** How the candidate differs from what runs. */
  readonly differences: readonly Difference[];
}

/** The candidates of every environment. */
export function candidatesIn(model: Model): Pick<Planned, 'environment' | 'plan' | 'candidates'>[] {
  return model.environments.map((environment) => {
    const plan = planOf(environment, model.platform.repository);
    return { environment, plan, candidates: candidatesOf(environment, plan.nodes, model) };
  });
}

/** Every file that the repository should hold. */
export function emit(model: Model, planned: readonly Planned[], { gate, types }: Ingredients): Files {
  return collect([
    ...Object.keys(model.platform.argocd).flatMap((instance) => bootstrap(instance, model, gate)),
    ...planned.flatMap((each) => environmentFiles(each, model)),
    ...definitionSchemaFiles(),
    ...typesFiles(model, types),
    namesFile(model),
  ]);
}

function environmentFiles(
  { environment, plan, candidates, running, differences }: Planned,
  model: Model,
): File[] {
  return [
    environmentSet(environment, model),
    ...rootChart(running, environment),
    runningFile(running, environment),
    ...candidates.flatMap((candidate) => candidateFiles(candidate, environment)),
    planPage(environment, running?.plan ?? plan, differences),
  ];
}
