import type { Workspace } from '../../forge/workspace.ts';
import { ProblemsError } from '../../problem/errors.ts';
import { pinTag } from '../../running/pinned-source.ts';
import { releaseFile } from '../../tree/paths.ts';
import { releaseText } from '../plan/next-release.ts';
import { isExplicit } from '../plan/request.ts';
import type { Tools } from '../tools.ts';
import { commitRelease, isDrifted, tagsFor } from './commit-release.ts';
import type { PromotionStep, Proposal } from './proposal.ts';
import { refuseUngenerated } from './refuse-ungenerated.ts';
import { requestedBy, withRequested } from './requested.ts';

/**
 * Decides what a run does, and makes the commit that it would push: everything that can fail, but for what is outside.
 * Throws what keeps it from being made.
 */
export async function nextStep(
  proposal: Proposal,
  workspace: Workspace,
  tools: Tools,
): Promise<PromotionStep> {
  const { standing, request, draft } = proposal;
  const explicit = isExplicit(request);
  if (standing.kind === 'person') {
    const detail = `${draft.head} has a commit of a person: merge ${named(proposal)}, or close it and delete the branch`;
    return explicit ? { kind: 'refuse', detail } : { kind: 'leave', why: 'person', detail };
  }
  if (standing.kind === 'chosen' && !explicit) return await renewed(proposal, workspace, tools);
  const { plan, target } = proposal;
  const next = plan.next === null ? null : releaseText(plan.next);
  // A release without a change would be a branch without a commit.
  if (
    plan.next === null ||
    next === null ||
    next === tools.read(tools.history.head, releaseFile(target.name))
  ) {
    const { pullRequest } = standing;
    return standing.kind === 'ours' && pullRequest !== null && !explicit
      ? { kind: 'close', pullRequest }
      : { kind: 'nothing' };
  }
  return await proposed(proposal, plan.next, workspace, tools);
}

async function proposed(
  { target, request, draft, copies, standing }: Proposal,
  next: NonNullable<Proposal['plan']['next']>,
  workspace: Workspace,
  tools: Tools,
): Promise<PromotionStep> {
  const isUrgent = request.to !== null || request.emergency !== null;
  // In an emergency nobody has to repair first what somebody else left behind.
  if (!isUrgent && (await isDrifted(workspace))) return drifted(target.mainBranch);
  const made = Object.fromEntries(copies.map(({ commit }) => [pinTag(target.name, commit), commit]));
  const message = withRequested(draft.title, requestedBy(request));
  const commit = await tools.keeping(made, async () => {
    await refuseUngenerated(next, target, tools);
    return commitRelease(target.name, releaseText(next), { branch: draft.head, message }, workspace);
  });
  const { requested } = standing;
  const isOther = standing.kind === 'chosen' && requested !== requestedBy(request);
  const tags = tagsFor(target.name, next, tools.history);
  return { kind: 'propose', commit, tags, replaces: isOther ? requested : null };
}

/** What a person chose stays what it is; where main has gone on, it is made anew on top of it. */
async function renewed(proposal: Proposal, workspace: Workspace, tools: Tools): Promise<PromotionStep> {
  const { standing, target, draft, open } = proposal;
  const { branch, requested } = standing;
  if (branch === null || branch.made === null) return { kind: 'nothing' };
  const leave = (detail: string): PromotionStep => ({
    kind: 'leave',
    why: 'chosen',
    detail: `${draft.head} was requested (${requested}), ${detail}`,
  });
  const others = `${blocked(proposal)}: merge ${named(proposal)}, or close it and delete the branch`;
  const refusals = open.find(({ commit }) => commit === branch.commit)?.refusals ?? [];
  if (refusals.length > 0)
    return leave(`and must not be merged now: ${refusals.join('; ')}; ${others}, or request something else`);
  const text = tools.read(branch.commit, releaseFile(target.name)) ?? '';
  try {
    if (await isDrifted(workspace)) return drifted(target.mainBranch);
    const commit = await commitRelease(
      target.name,
      text,
      { branch: draft.head, message: branch.made.trimEnd() },
      workspace,
    );
    if (commit !== branch.commit) return { kind: 'renew', commit, tags: {}, replaces: null };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const why = error.problems.map(({ location, message }) => `${location.file}: ${message}`).join('; ');
    return leave(`and no longer fits what is on ${target.mainBranch}: ${why}; ${others}`);
  }
  return leave(`and may be merged; ${others}`);
}

function blocked({ plan, target }: Proposal): string {
  const apps = plan.moves.map(({ app }) => app);
  return apps.length === 0
    ? `it blocks everything else for ${target.name}`
    : `it blocks ${apps.join(', ')} for ${target.name}`;
}

const named = ({ standing, draft }: Proposal): string =>
  standing.pullRequest?.url ?? `the branch ${draft.head}`;

const drifted = (main: string): PromotionStep => ({
  kind: 'refuse',
  detail: `${main} is not what its definitions generate: run npm run generate there, and commit and merge what it writes`,
});
