import type { PullRequest } from '../../forge/forge.ts';
import type { Branch } from '../../forge/workspace.ts';
import { type HeldVersion, heldSteps } from '../choice.ts';
import type { UpgradePlan, UpgradeProposal } from '../upgrade-plan.ts';

/** Tips of a branch that were merged, and so are kept, whatever they were merged as. */
export const mergedTips = (branch: string, pullRequests: readonly PullRequest[]): string[] =>
  pullRequests.filter(({ head, state }) => head === branch && state === 'merged').map(({ commit }) => commit);

/** Whether a branch has work of a person that is nowhere else. */
export const isSomebodys = (branch: Branch, pullRequests: readonly PullRequest[]): boolean =>
  !branch.isFree && !mergedTips(branch.name, pullRequests).includes(branch.commit);

/** What waits since its branch is a person's. */
export const heldByCommit = ({ branch, steps }: UpgradeProposal): HeldVersion[] =>
  heldSteps(steps, {
    reason: 'commit',
    detail: `a person's commit is on ${branch}: merge its pull request, or close that and delete the branch`,
    until: null,
  });

/** What waits since a person closed its pull request. */
export const heldByClosing = ({ steps }: UpgradeProposal, { number }: PullRequest): HeldVersion[] =>
  heldSteps(steps, {
    reason: 'closed',
    detail: `a person closed pull request ${number}`,
    until: null,
  });

/** The plan without what would touch branches that a person has put work on. */
export function besidePeople(
  plan: UpgradePlan,
  branches: readonly Branch[],
  pullRequests: readonly PullRequest[],
): UpgradePlan {
  const taken = new Set(branches.filter((it) => isSomebodys(it, pullRequests)).map(({ name }) => name));
  const held = plan.proposals.filter(({ branch }) => taken.has(branch));
  const headOf = new Map(pullRequests.map(({ number, head }) => [number, head]));
  return {
    ...plan,
    proposals: plan.proposals.filter(({ branch }) => !taken.has(branch)),
    closings: plan.closings.filter(({ request }) => !taken.has(headOf.get(request.number) ?? '')),
    holds: [...plan.holds, ...held.flatMap(heldByCommit)],
  };
}
