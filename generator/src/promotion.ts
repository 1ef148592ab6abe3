import { commitsOf, type Pinned, type Release } from './definition/release.ts';
import { environmentNamed } from './model/environment-named.ts';
import type { EnvironmentModel, Model } from './model/model.ts';
import { resolve } from './model/resolve.ts';
import { orThrow, UsageError } from './problem/errors.ts';
import type { Described, MoveFacts } from './promote/describe/facts.ts';
import { pullRequestBody } from './promote/describe/pull-request.ts';
import { titleOf } from './promote/describe/words.ts';
import type { CommitStatus, PullRequest } from './promote/forge.ts';
import { type Refusal, refusals } from './promote/plan/check.ts';
import { releaseText } from './promote/plan/next-release.ts';
import { planPromotion } from './promote/plan/plan-promotion.ts';
import { planRollback } from './promote/plan/plan-rollback.ts';
import { planSettings } from './promote/plan/plan-settings.ts';
import type { PromotionPlan } from './promote/plan/promotion.ts';
import type { Sickness, Target, Wish } from './promote/plan/request.ts';
import { type Copy, copiesWithSettings, publishCopies } from './promote/settings.ts';
import type { Tools } from './promote/tools.ts';
import type { Published, Workspace } from './promote/workspace.ts';
import type { Repository } from './repository.ts';
import { pinTag } from './running/pinned-source.ts';
import { releaseFile } from './tree/paths.ts';

/** What a promotion is made with, the repository's definitions and the health of what runs included. */
export interface PromotionTools extends Tools {
  open(root: string): Repository;
  /** Null where nobody asks for the health of what runs upstream. */
  health(environment: EnvironmentModel): Promise<Sickness>;
}

export interface PromotionOptions {
  readonly environment: string;
  readonly wish: Wish;
  /** Only the environment's own settings. */
  readonly settings: boolean;
  /** Plan, and do nothing. */
  readonly dryRun: boolean;
}

/** What came of it. */
export interface Promotion {
  readonly described: Described;
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  /** Null where nothing was to be done, or nothing should be: a pull request that is there all the same goes first. */
  readonly published: Published | null;
  readonly pullRequest: PullRequest | null;
}

export const promotionBranch = (environment: string): string => `promote/${environment}`;

/** Plans a promotion, and makes it: pins, tree, branch, pull request. Cut off anywhere, it can be run again. */
export async function promote(options: PromotionOptions, tools: PromotionTools): Promise<Promotion> {
  const workspace = tools.checkout(tools.history.head);
  try {
    const model = orThrow(resolve(await tools.open(workspace.root).read()));
    const environment = environmentNamed(options.environment, model);
    if (environment.sample)
      throw new UsageError(
        `${environment.name} is a sample, where nothing runs: see sample in ${environment.place.file}`,
      );
    const target = targetOf(environment, model);
    const copies = options.settings
      ? await copiesWithSettings(pinnedIn(target.release, target.name), target, tools)
      : [];
    const plan = options.settings
      ? planSettings(
          target,
          pinnedIn(target.release, target.name),
          commitsBy(copies),
          tools.history,
          tools.clock,
        )
      : await planned(options, target, environment, model, tools);
    const described = await describe(plan, tools);
    if (!options.dryRun) publishCopies(copies, plan, tools);
    return await carryOut(described, options, workspace, environment, model.platform.branch, tools);
  } finally {
    workspace.close();
  }
}

/** What stands against a release that somebody wants to merge, as git and the clock have it now. */
export async function checkRelease(
  name: string,
  proposed: Release | null,
  tools: PromotionTools,
): Promise<Refusal[]> {
  const workspace = tools.checkout(tools.history.head);
  try {
    const model = orThrow(resolve(await tools.open(workspace.root).read()));
    const environment = model.environments.find((each) => each.name === name);
    // What is new has nothing that could run ahead of anything.
    if (!environment) return [];
    const target = targetOf(environment, model);
    const everything = { apps: [], layers: [], revision: null, to: null, emergency: null };
    const plan = planPromotion(target, everything, tools.history, tools.clock, null);
    return refusals(name, proposed, target.release, plan, tools.history);
  } finally {
    workspace.close();
  }
}

async function planned(
  { wish }: PromotionOptions,
  target: Target,
  { promotesFrom }: EnvironmentModel,
  model: Model,
  tools: PromotionTools,
): Promise<PromotionPlan> {
  if (wish.to !== null) return planRollback(target, wish, tools.history, tools.clock);
  const upstream = model.environments.find(({ name }) => name === promotesFrom);
  const sickness = upstream && wish.emergency === null ? await tools.health(upstream) : null;
  return planPromotion(target, wish, tools.history, tools.clock, sickness);
}

const commitsBy = (copies: readonly Copy[]): Map<string, string> =>
  new Map(copies.map(({ of, commit }) => [of, commit]));

async function describe(plan: PromotionPlan, { history, forge }: PromotionTools): Promise<Described> {
  const moves: MoveFacts[] = [];
  for (const move of plan.moves) {
    const [from, to] = [move.from?.commit, move.to?.commit];
    const range =
      from !== undefined && to !== undefined ? ([plan.environment, move.app, from, to] as const) : null;
    // Of a move backwards, what it takes away.
    const brings = range && move.back ? ([range[0], range[1], range[3], range[2]] as const) : range;
    const changes = brings ? history.changes(...brings) : [];
    const merged = new Map<number, MoveFacts['pullRequests'][number]>();
    for (const { commit } of forge ? changes.slice(0, 20) : [])
      for (const each of (await forge?.pullRequestsOf(commit)) ?? []) merged.set(each.number, each);
    moves.push({
      move,
      changes,
      pullRequests: [...merged.values()],
      diff: range ? history.diff(...range) : '',
    });
  }
  return { plan, moves, release: plan.next && releaseText(plan.next) };
}

async function carryOut(
  described: Described,
  options: PromotionOptions,
  workspace: Workspace,
  policy: Policy,
  base: string,
  tools: PromotionTools,
): Promise<Promotion> {
  const { environment, dryRun } = options;
  const { forge } = tools;
  const branch = promotionBranch(environment);
  const { plan, release } = described;
  const result = { described, branch, title: titleOf(plan), body: pullRequestBody(described) };
  if (dryRun) return { ...result, published: null, pullRequest: null };
  const [open] = ((await forge?.openPullRequests(branch)) ?? []).filter(({ head }) => head === branch);
  // What somebody chose is not swept away by the promotion of everything that comes by every hour.
  if (open && !isChosen(options) && open.labels.includes(chosen))
    return { ...result, published: null, pullRequest: open };
  if (release === null || plan.next === null) {
    if (open && !isChosen(options)) await forge?.close(open.number, 'Nothing is left to promote.');
    return { ...result, published: null, pullRequest: null };
  }
  await refuseUngenerated(plan.next, tools);
  workspace.write(releaseFile(environment), release);
  await workspace.generate();
  const commit = workspace.commit(branch, result.title);
  const tags = Object.fromEntries(commitsOf(plan.next).map((pin) => [pinTag(environment, pin), pin]));
  const published = tools.publish(branch, commit, tags);
  const draft = {
    head: branch,
    base,
    title: result.title,
    body: result.body,
    labels: labelsOf(plan, options),
    reviewers: policy.reviewers,
  };
  if (published.remote === null || !forge) return { ...result, published, pullRequest: null };
  const pullRequest = await forge.savePullRequest(draft);
  // The plan has just passed the gates. A pull request that this token opens may start no workflow that would say so.
  await forge.saveStatus(commit, gateStatus(plan));
  // What did not wait its turn waits for a person.
  if (policy.automerge !== null && plan.emergency === null && plan.kind === 'promotion')
    await forge.mergeWhenReady(pullRequest.number, policy.automerge);
  return { ...result, published, pullRequest };
}

type Policy = Pick<EnvironmentModel, 'reviewers' | 'automerge'>;

const gateStatus = ({ moves, emergency }: PromotionPlan): CommitStatus => ({
  context: 'promotion gate',
  state: 'success',
  description: emergency === null ? `${moves.length} apps may move now` : `emergency: ${emergency}`,
});

/** A hotfix is what its own generator makes of its definitions, as everything else that runs. */
async function refuseUngenerated(next: Pinned, { history, checkout }: PromotionTools): Promise<void> {
  for (const commit of commitsOf(next).filter((each) => history.relation(history.head, each) === 'apart')) {
    const workspace = checkout(commit);
    try {
      await workspace.generate();
      if (workspace.isClean()) continue;
      const what = `the tree of ${commit.slice(0, 12)} is not what its definitions generate`;
      throw new UsageError(`${what}: run npm run generate on its branch, commit, and pin that commit`);
    } finally {
      workspace.close();
    }
  }
}

/** Label of a pull request that somebody asked for in particular. */
const chosen = 'chosen';

const isChosen = ({ settings, wish }: PromotionOptions): boolean =>
  settings ||
  wish.apps.length + wish.layers.length > 0 ||
  (wish.revision ?? wish.to ?? wish.emergency) !== null;

const labelsOf = ({ kind, environment, emergency }: PromotionPlan, options: PromotionOptions): string[] => [
  kind,
  `environment: ${environment}`,
  ...(isChosen(options) ? [chosen] : []),
  ...(emergency === null ? [] : ['emergency']),
];

function targetOf(
  { name, promotesFrom, release, soak, retired }: EnvironmentModel,
  { platform }: Model,
): Target {
  const freezes = platform.freezes.filter(({ environments }) => environments?.includes(name) ?? true);
  return { name, upstream: promotesFrom, release, soak, retired, freezes };
}

function pinnedIn(release: Release | null, environment: string) {
  if (release?.kind === 'pinned') return release;
  throw new UsageError(`${environment} is not pinned, so its settings come with every commit of its branch`);
}
