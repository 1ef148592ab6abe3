import type { PullRequestDraft } from './forge/forge.ts';
import { inCheckout } from './forge/workspace.ts';
import type { EnvironmentModel, Model } from './model/model.ts';
import { deliver } from './promote/deliver/deliver.ts';
import { draftOf } from './promote/deliver/draft.ts';
import type { Delivery } from './promote/deliver/proposal.ts';
import { describe } from './promote/describe/describe.ts';
import type { Described } from './promote/describe/facts.ts';
import { planFor } from './promote/plan/plan-for.ts';
import type { PromotionRequest, PromotionTarget, UnhealthyApps } from './promote/plan/request.ts';
import { targetNamed } from './promote/plan/target.ts';
import { copiesFor } from './promote/settings-copies.ts';
import type { Tools } from './promote/tools.ts';
import { modelIn, type Repository } from './repository.ts';

/** What a promotion is made with, the repository's definitions and the health of what runs included. */
export interface PromotionTools extends Tools {
  open(root: string): Repository;
  /** Null where nobody asks for the health of what runs upstream. */
  health(environment: EnvironmentModel): Promise<UnhealthyApps>;
}

export interface PromotionOptions {
  readonly environment: string;
  readonly request: PromotionRequest;
  /** Plan, and do nothing. */
  readonly dryRun: boolean;
}

/** What came of it. */
export interface Promotion extends Delivery {
  readonly described: Described;
  readonly draft: PullRequestDraft;
}

/** Plans a promotion, and makes it: pins, tree, branch, pull request. Cut off anywhere, it can be run again. */
export async function promote(options: PromotionOptions, tools: PromotionTools): Promise<Promotion> {
  const { request } = options;
  return inCheckout(tools.checkout, tools.history.head, async (workspace) => {
    const model = await modelIn(tools.open(workspace.root));
    const target = targetNamed(options.environment, model);
    const copies = await copiesFor(request, target, tools);
    const unhealthy = await unhealthyUpstream(request, target, model, tools);
    const plan = planFor({ ...tools, target, request, unhealthy }, copies);
    const described = await describe(plan, tools);
    const draft = draftOf(described, target, request);
    const delivery = options.dryRun
      ? { published: null, pullRequest: null }
      : await deliver({ target, plan, draft, copies }, workspace, tools);
    return { described, draft, ...delivery };
  });
}

/** Nobody waits for the health of upstream in an emergency, or on the way back. */
async function unhealthyUpstream(
  { to, emergency, settings }: PromotionRequest,
  target: PromotionTarget,
  { environments }: Model,
  tools: PromotionTools,
): Promise<UnhealthyApps> {
  const upstream = environments.find(({ name }) => name === target.upstream);
  return upstream && !settings && to === null && emergency === null ? await tools.health(upstream) : null;
}
