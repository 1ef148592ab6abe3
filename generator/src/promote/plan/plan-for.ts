import type { Copy } from '../settings-copies.ts';
import { pinnedRelease } from './pinned-release.ts';
import { planPromotion } from './plan-promotion.ts';
import { planRollback } from './plan-rollback.ts';
import { planSettings } from './plan-settings.ts';
import type { PromotionPlan } from './promotion-plan.ts';
import type { PlanInput } from './request.ts';

/** The plan that a request asks for. `copies` are the pinned commits with today's settings. */
export function planFor(input: PlanInput, copies: readonly Copy[]): PromotionPlan {
  const { request, target } = input;
  if (request.settings) return planSettings(input, pinnedRelease(target), copies);
  return request.to === null ? planPromotion(input) : planRollback(input, request.to);
}
