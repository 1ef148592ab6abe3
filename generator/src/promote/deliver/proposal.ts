import type { PullRequest, PullRequestDraft } from '../../forge/forge.ts';
import type { Published } from '../../forge/workspace.ts';
import type { PromotionPlan } from '../plan/promotion-plan.ts';
import type { PromotionRequest, PromotionTarget } from '../plan/request.ts';
import type { Copy } from '../settings-copies.ts';
import type { BranchStanding } from './branch-standing.ts';
import type { OpenPromotion } from './open-promotions.ts';

/** A plan, and all that decides what becomes of it. */
export interface Proposal {
  readonly target: PromotionTarget;
  readonly request: PromotionRequest;
  readonly plan: PromotionPlan;
  readonly draft: PullRequestDraft;
  /** Commits that must be there before anything pins them. */
  readonly copies: readonly Copy[];
  readonly standing: BranchStanding;
  /** What is open already, judged anew. */
  readonly open: readonly OpenPromotion[];
}

/** What a run does, decided before anything leaves the machine: a dry run ends with it. */
export type PromotionStep =
  | { readonly kind: 'nothing' }
  /** The pull request has lost its reason. */
  | { readonly kind: 'close'; readonly pullRequest: PullRequest }
  /** The branch stays as it is. */
  | { readonly kind: 'leave'; readonly why: 'person' | 'chosen'; readonly detail: string }
  /** Nothing is done, since what to do is for a person. */
  | { readonly kind: 'refuse'; readonly detail: string }
  | Push;

/** A commit goes to the branch, unless it is there. */
export interface Push {
  readonly kind: 'propose' | 'renew';
  readonly commit: string;
  readonly tags: Readonly<Record<string, string>>;
  /** What it takes the place of, in words; null where that is nothing that a person chose. */
  readonly replaces: string | null;
}

/** What came of it; nothing of a dry run. */
export interface Delivery {
  readonly published: Published | null;
  readonly pullRequest: PullRequest | null;
}
