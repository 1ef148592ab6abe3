import { ProblemsError } from '../problem/errors.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Programs } from '../verify/programs.ts';
import {
  type ApplicationFile,
  type RenderedApplication,
  type RenderInputs,
  renderApplication,
} from './render-application.ts';

/** The manifests of some apps, in the order in which Argo CD applies them. Throws what the programs refuse. */
export async function renderEnvironment(
  applications: readonly ApplicationFile[],
  inputs: RenderInputs,
  programs: Programs,
): Promise<RenderedApplication[]> {
  const rendered = await programs.inParallel(applications, (file) =>
    renderApplication(file, inputs, programs),
  );
  const problems = rendered.flatMap(refusals);
  if (problems.length > 0) throw new ProblemsError(problems);
  return rendered.sort((a, b) => (a.wave ?? afterAll) - (b.wave ?? afterAll) || (a.app < b.app ? -1 : 1));
}

const afterAll = Number.POSITIVE_INFINITY;

const refusals = ({ app, file, refused }: RenderedApplication): Problem[] =>
  refused.map((message) => problem('render-failed', { file }, `"${app}": ${message.trim()}`));
