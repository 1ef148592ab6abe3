import type { PullRequest } from '../../forge/forge.ts';
import type { Branch } from '../../forge/workspace.ts';
import { type UpgradePlan, upgradePrefix } from '../upgrade-plan.ts';
import type { UpgradeTools } from '../upgrade-tools.ts';
import { isSomebodys } from './held.ts';
import { supersededLabel } from './requests.ts';

/**
 * Closes pull requests whose reason has gone. They get their label first, so that they are never taken for closed by a
 * person, wherever this is cut off.
 */
export async function closeSuperseded(
  { closings }: Pick<UpgradePlan, 'closings'>,
  { forge }: Pick<UpgradeTools, 'forge'>,
): Promise<void> {
  if (forge === null) return;
  for (const { request, why } of closings) {
    if (!request.superseded) await forge.addLabels(request.number, [supersededLabel]);
    await forge.close(request.number, why);
  }
}

/**
 * Branches of ours that nothing needs any more: their pull request was merged, or closed by ourselves. One that a person
 * closed keeps its branch, or it could not be opened again; and one without a pull request may be about to get it.
 * @param plan of all units; a part of them says nothing of the branches of others
 */
export function strayBranches(
  { proposals, closings }: Pick<UpgradePlan, 'proposals' | 'closings'>,
  branches: readonly Branch[],
  pullRequests: readonly PullRequest[],
): Branch[] {
  const closing = new Set(closings.map(({ request }) => request.number));
  // One that came to nothing is closed, though it was proposed.
  const closed = new Set(pullRequests.filter(({ number }) => closing.has(number)).map(({ head }) => head));
  const needed = new Set(proposals.map(({ branch }) => branch).filter((name) => !closed.has(name)));
  const isOver = ({ number, state, labels }: PullRequest): boolean =>
    closing.has(number) ||
    state === 'merged' ||
    (state === 'closed' && labels.some((name) => name.toLowerCase() === supersededLabel));
  return branches.filter((branch) => {
    if (needed.has(branch.name) || isSomebodys(branch, pullRequests)) return false;
    const own = pullRequests.filter(({ head }) => head === branch.name);
    const hasOpen = own.some((pull) => pull.state === 'open' && !closing.has(pull.number));
    const [newest] = own.toSorted((a, b) => b.number - a.number);
    return !hasOpen && newest !== undefined && isOver(newest);
  });
}

/** Deletes them. Without a forge nobody knows which of them wait for a person. */
export function deleteStray(
  plan: Pick<UpgradePlan, 'proposals' | 'closings'>,
  pullRequests: readonly PullRequest[],
  tools: Pick<UpgradeTools, 'forge' | 'branches' | 'deleteBranch' | 'progress'>,
): void {
  if (tools.forge === null) return;
  for (const branch of strayBranches(plan, tools.branches(upgradePrefix), pullRequests))
    if (tools.deleteBranch(branch)) tools.progress(`deleted the branch ${branch.name}`);
}
