import type { MergedPullRequest } from '../../forge/forge.ts';
import type { Change } from '../history.ts';
import type { Move, PromotionPlan } from '../plan/promotion-plan.ts';

/** What a move brings, for people. */
export interface MoveFacts {
  readonly move: Move;
  /** Newest first. */
  readonly changes: readonly Change[];
  readonly pullRequests: readonly MergedPullRequest[];
  /** As git prints it. */
  readonly diff: string;
}

/** A plan with all that a reviewer wants to know of it. */
export interface Described {
  readonly plan: PromotionPlan;
  readonly moves: readonly MoveFacts[];
  /** The text that `release.yaml` would have; null where nothing changes. */
  readonly release: string | null;
}
