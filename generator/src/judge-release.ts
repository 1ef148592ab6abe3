import type { Release } from './definition/release.ts';
import type { Model } from './model/model.ts';
import type { Takeover } from './promote/plan/environment-changes.ts';
import { type JudgedRelease, type Refusal, refusals } from './promote/plan/refusals.ts';
import { everything, type PlanInput } from './promote/plan/request.ts';
import { targetOf } from './promote/plan/target.ts';
import { releaseIn } from './promote/release-in.ts';
import type { Tools } from './promote/tools.ts';

/**
 * Judges the releases that a commit would bring to the main branch, by definitions of the main branch: the commit is
 * data, and nothing of it runs.
 */
export function judgeCommit(commit: string, model: Model, tools: Tools): JudgedRelease[] {
  const { renamed, removed, takeovers } = tools.environmentChanges(commit);
  // One that is removed deploys nothing; of one that is renamed, the release has moved.
  const gone = [...removed, ...renamed.values()];
  const releases = tools
    .changedReleases(commit)
    .filter(({ environment, text }) => text !== null || !gone.includes(environment))
    .map(({ environment, file, text }): JudgedRelease => {
      const known = renamed.get(environment) ?? environment;
      return { environment, refused: judgeRelease(known, releaseIn(file, text), model, tools) };
    });
  return [...releases, ...takeovers.map(judgedTakeover)];
}

/** Whatever soaked, did so elsewhere: the cluster of another environment would run it at once. */
const judgedTakeover = ({ environment, removed, cluster }: Takeover): JudgedRelease => {
  const detail = `it would deploy to the cluster "${cluster}", where ${removed} runs, which the commit removes; if it is ${removed} itself, write formerly: ['${removed}']`;
  return { environment, refused: [{ app: 'every app', detail }] };
};

/** The same of one release, whoever has it. */
export function judgeRelease(
  name: string,
  proposed: Release | null,
  model: Model,
  { history, clock }: Pick<PlanInput, 'history' | 'clock'>,
): Refusal[] {
  const environment = model.environments.find((known) => known.name === name);
  // What is new has nothing that could run ahead of anything.
  if (!environment) return [];
  const target = targetOf(environment, model);
  return refusals({ history, clock, target, request: everything, unhealthy: null }, proposed);
}
