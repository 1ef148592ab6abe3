import type { Candidate } from '../candidates/candidate.ts';
import { imagesText } from '../candidates/images-file.ts';
import { namesOf } from '../candidates/resource-names.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { EnvironmentState } from '../running/state.ts';
import { collect, type File, type Files } from '../tree/files.ts';
import { paths } from '../tree/paths.ts';
import { bootstrap, type Gate } from './bootstrap.ts';
import { definitionSchemaFiles } from './definition-schemas.ts';
import { environmentSet } from './environment-set.ts';
import { namesFile } from './names-file.ts';
import { planPage } from './plan-page.ts';
import { restorePages } from './restore-page.ts';
import { pinnedFiles, rootChart } from './root-chart.ts';
import { runningFile } from './running-file.ts';
import { typesFiles, type ValueTypes } from './types-files.ts';

/** What emitters need and cannot make themselves. */
export interface Ingredients {
  /** Lua of the health check for Applications. */
  readonly gate: Gate;
  /** TypeScript of each chart's values, by path of its schema. */
  readonly types: ValueTypes;
}

/** Every file that the repository should hold. */
export function emit(model: Model, states: readonly EnvironmentState[], { gate, types }: Ingredients): Files {
  return collect([
    ...Object.keys(model.platform.argocd).flatMap((instance) => bootstrap(instance, model, states, gate)),
    ...states.flatMap((state) => environmentFiles(state, model)),
    ...definitionSchemaFiles(),
    ...typesFiles(model, types),
    namesFile(model),
  ]);
}

function environmentFiles(state: EnvironmentState, model: Model): File[] {
  const { environment, plan, candidates, running } = state;
  return [
    environmentSet(environment, model),
    ...candidates.flatMap((candidate) => candidateFiles(candidate, environment)),
    [`${paths.candidate(environment)}/images.yaml`, imagesText(plan, 'images.yaml')],
    ...(running === null ? [] : rootChart(running, environment)),
    ...(running !== null && environment.release?.kind === 'pinned' ? pinnedFiles(running, environment) : []),
    runningFile(running, environment, namesOf(model)),
    planPage(state, model),
    ...restorePages(state),
  ];
}

function candidateFiles({ node, texts }: Candidate, environment: EnvironmentModel): File[] {
  const folder = paths.candidate(environment);
  const { values, companion } = paths.values(node, environment);
  return [
    [`${folder}/applications/${node.name}.yaml`, texts.application],
    [`${folder}/plan/${node.name}.yaml`, texts.plan],
    ...(texts.values === null ? [] : [[values, texts.values] as const]),
    ...(texts.companion === null ? [] : [[companion, texts.companion] as const]),
  ];
}
