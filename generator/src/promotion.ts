import type { PullRequestDraft } from './forge/forge.ts';
import { inCheckout } from './forge/workspace.ts';
import { judgeCommit } from './judge-release.ts';
import type { EnvironmentModel, Model } from './model/model.ts';
import { ProblemsError } from './problem/errors.ts';
import { proposedAlready, standingOf } from './promote/deliver/branch-standing.ts';
import { deliver } from './promote/deliver/deliver.ts';
import { draftOf } from './promote/deliver/draft.ts';
import { nextStep } from './promote/deliver/next-step.ts';
import { type OpenPromotion, openPromotions } from './promote/deliver/open-promotions.ts';
import type { Delivery, PromotionStep } from './promote/deliver/proposal.ts';
import { requestedBy } from './promote/deliver/requested.ts';
import { describe } from './promote/describe/describe.ts';
import type { Described } from './promote/describe/facts.ts';
import { keepProposed } from './promote/plan/keep-proposed.ts';
import { planFor } from './promote/plan/plan-for.ts';
import type { JudgedRelease } from './promote/plan/refusals.ts';
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

/** What it is, and what came of it. */
export interface Promotion extends Delivery {
  readonly described: Described;
  readonly draft: PullRequestDraft;
  readonly step: PromotionStep;
  /** What was open before, judged anew. */
  readonly open: readonly OpenPromotion[];
}

/**
 * Plans a promotion, and makes it: pins, tree, branch, pull request. Cut off anywhere, it can be run again. A dry run
 * does all of it but what leaves this machine.
 */
export async function promote(options: PromotionOptions, tools: PromotionTools): Promise<Promotion> {
  const { request } = options;
  return inCheckout(tools.checkout, tools.history.head, async (workspace) => {
    const model = await modelIn(tools.open(workspace.root));
    const target = targetNamed(options.environment, model);
    const requests = (await tools.forge?.openPullRequests('')) ?? [];
    const standing = await standingOf(target.name, requests, tools);
    const judge = (commit: string): JudgedRelease[] => judged(commit, target.name, model, tools);
    const open = openPromotions(target.name, requests, standing, judge, tools);
    const copies = await copiesFor(request, target, tools);
    const unhealthy = await unhealthyUpstream(request, target, model, tools);
    const proposed = proposedAlready(target.name, standing, requestedBy(request), tools);
    const newest = planFor({ ...tools, target, request, unhealthy }, copies);
    const plan = keepProposed(newest, proposed, target, tools.history);
    const described = await describe(plan, tools);
    const draft = draftOf(described, target, request);
    const proposal = { target, request, plan, draft, copies, standing, open };
    const step = await nextStep(proposal, workspace, tools);
    const delivery = options.dryRun
      ? { published: null, pullRequest: null }
      : await deliver(proposal, step, tools);
    return { described, draft, step, open, ...delivery };
  });
}

/** What somebody else proposes may be broken: that stands against it, and keeps no promotion from being made. */
function judged(commit: string, environment: string, model: Model, tools: Tools): JudgedRelease[] {
  try {
    return judgeCommit(commit, model, tools);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [{ environment, refused: [{ app: 'every app', detail: error.message }] }];
  }
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
