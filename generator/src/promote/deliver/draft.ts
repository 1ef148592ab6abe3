import type { PullRequestDraft } from '../../forge/forge.ts';
import type { Described } from '../describe/facts.ts';
import { pullRequestBody } from '../describe/pull-request.ts';
import { titleOf } from '../describe/words.ts';
import { isExplicit, type PromotionRequest, type PromotionTarget } from '../plan/request.ts';

export const promotionBranch = (environment: string): string => `promote/${environment}`;

/** Label of a pull request that a person requested in particular. */
const explicitLabel = 'explicit';

/** The pull request that a plan would become. */
export function draftOf(
  described: Described,
  target: PromotionTarget,
  request: PromotionRequest,
): PullRequestDraft {
  const { kind, emergency } = described.plan;
  return {
    head: promotionBranch(target.name),
    base: target.mainBranch,
    title: titleOf(described.plan),
    body: pullRequestBody(described),
    labels: [
      kind,
      `environment: ${target.name}`,
      ...(isExplicit(request) ? [explicitLabel] : []),
      ...(emergency === null ? [] : ['emergency']),
    ],
    reviewers: target.reviewers,
  };
}
