import type { Release } from './definition/release.ts';
import { inCheckout } from './forge/workspace.ts';
import { planPromotion } from './promote/plan/plan-promotion.ts';
import { type Refusal, refusals } from './promote/plan/refusals.ts';
import { everything } from './promote/plan/request.ts';
import { targetOf } from './promote/plan/target.ts';
import type { PromotionTools } from './promotion.ts';
import { modelIn } from './repository.ts';

/** What stands against a release that somebody wants to merge, as git and the clock have it now. */
export async function checkRelease(
  name: string,
  proposed: Release | null,
  tools: PromotionTools,
): Promise<Refusal[]> {
  return inCheckout(tools.checkout, tools.history.head, async (workspace) => {
    const model = await modelIn(tools.open(workspace.root));
    const environment = model.environments.find((known) => known.name === name);
    // What is new has nothing that could run ahead of anything.
    if (!environment) return [];
    const target = targetOf(environment, model);
    const plan = planPromotion({ ...tools, target, request: everything, unhealthy: null });
    return refusals(name, proposed, target.release, plan, tools.history);
  });
}
