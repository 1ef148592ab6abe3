import { join } from 'node:path';
import type { CommitTrees } from '../edge/render/commit-trees.ts';
import { obtain } from '../edge/tools/obtain.ts';
import { realPrograms } from '../edge/verify/real-programs.ts';
import type { EnvironmentModel, Model } from '../model/model.ts';
import type { ApplicationFile, RenderedApplication } from '../render/render-application.ts';
import { renderEnvironment } from '../render/render-environment.ts';
import type { Invocation } from './command.ts';
import { folderOption } from './folder-option.ts';

/** Applications of a tree, and its folder. */
export interface ChosenApplications {
  readonly folder: string;
  readonly chosen: readonly ApplicationFile[];
}

/** Renders Applications of an environment, as they lie in a folder, with the real programs. */
export function renderer(
  invocation: Invocation,
  model: Model,
  environment: EnvironmentModel,
  trees: CommitTrees,
) {
  const progress = (line: string): void => void invocation.terminal.stderr.write(`${line}\n`);
  const charts = folderOption(invocation, 'charts', 'VERIFY_CHARTS');
  const inputs = {
    repository: model.platform.repository,
    kubernetesVersion: environment.destination.kubernetesVersion,
    charts: model.environments.flatMap((known) => known.apps.map(({ chart }) => chart)),
  };
  const programs = obtain('helm', progress).then((helm) =>
    realPrograms({ helm, kubeconform: '', glua: '', charts, progress, schemaLocations: [] }),
  );
  return async ({ folder, chosen }: ChosenApplications): Promise<RenderedApplication[]> => {
    const locate = ({ commit, path }: { commit: string | null; path: string }): string =>
      join(commit === null ? folder : trees.at(commit), path);
    return renderEnvironment(chosen, { ...inputs, locate }, await programs);
  };
}
