import type { Forge, PullRequest } from '../../forge/forge.ts';
import { gateStatus } from './open-promotions.ts';
import type { Proposal } from './proposal.ts';

/** Opens or updates the pull request of a release at a commit, and lets it merge by itself where that is wanted. */
export async function saveReleasePullRequest(
  { draft, plan, target }: Proposal,
  commit: string,
  forge: Forge,
): Promise<PullRequest> {
  const pullRequest = await forge.savePullRequest(draft);
  // The plan has just passed the gates. A pull request that this token opens may start no workflow that would say so.
  await forge.saveStatus(commit, gateStatus([]));
  // What skipped the soak waits for a person.
  if (target.automerge !== null && plan.emergency === null && plan.kind === 'promotion')
    await forge.mergeWhenReady(pullRequest.number, target.automerge);
  return pullRequest;
}
