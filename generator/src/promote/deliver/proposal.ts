import type { PullRequest, PullRequestDraft } from '../../forge/forge.ts';
import type { Published } from '../../forge/workspace.ts';
import type { PromotionPlan } from '../plan/promotion-plan.ts';
import type { PromotionTarget } from '../plan/request.ts';
import type { Copy } from '../settings-copies.ts';

/** A plan, ready to become a branch and a pull request. */
export interface Proposal {
  readonly target: PromotionTarget;
  readonly plan: PromotionPlan;
  readonly draft: PullRequestDraft;
  /** Commits that must be there before anything pins them. */
  readonly copies: readonly Copy[];
}

/** What came of a proposal. */
export interface Delivery {
  /** Null where nothing was to be done, or nothing should be: a pull request that is there all the same goes first. */
  readonly published: Published | null;
  readonly pullRequest: PullRequest | null;
}
