import type { Release } from './definition/release.ts';
import { inCheckout } from './forge/workspace.ts';
import { judgeCommit, judgeRelease } from './judge-release.ts';
import type { Model } from './model/model.ts';
import type { JudgedRelease, Refusal } from './promote/plan/refusals.ts';
import type { PromotionTools } from './promotion.ts';
import { modelIn } from './repository.ts';

/**
 * Judges the releases that a commit would bring to the main branch, by the main branch's own definitions: the commit is
 * data, and nothing of it runs.
 */
export function checkCommit(commit: string, tools: PromotionTools): Promise<JudgedRelease[]> {
  return withMain(tools, (model) => judgeCommit(commit, model, tools));
}

/** The same of one release, whoever has it. */
export const checkRelease = (
  environment: string,
  proposed: Release | null,
  tools: PromotionTools,
): Promise<Refusal[]> => withMain(tools, (model) => judgeRelease(environment, proposed, model, tools));

const withMain = <T>(tools: PromotionTools, work: (model: Model) => T): Promise<T> =>
  inCheckout(tools.checkout, tools.history.head, async (workspace) =>
    work(await modelIn(tools.open(workspace.root))),
  );
