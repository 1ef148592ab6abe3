import type { Forge, PullRequest } from '../../forge/forge.ts';
import type { Published, Workspace } from '../../forge/workspace.ts';
import type { HeldVersion } from '../choice.ts';
import { targetsOf, type UpgradeProposal } from '../upgrade-plan.ts';
import type { UpgradeTools } from '../upgrade-tools.ts';
import { heldByClosing, heldByCommit, isSomebodys, mergedTips } from './held.ts';
import { commitMessage, requestDraft, type UpgradeSettings, type UpgradeWords } from './request-draft.ts';
import { targetsIn } from './targets-mark.ts';

/** A proposal, edited and generated in a workspace, ready to become a branch and a pull request. */
export interface Parcel {
  readonly proposal: UpgradeProposal;
  readonly words: UpgradeWords;
  readonly settings: UpgradeSettings;
  /** Of all upgrades, as the forge had them when the run began. */
  readonly pullRequests: readonly PullRequest[];
}

/** What came of it. */
export type UpgradeDelivery =
  /** The branch is there; nobody opens pull requests. */
  | { readonly kind: 'pushed'; readonly published: Published }
  | { readonly kind: 'opened'; readonly published: Published; readonly pullRequest: PullRequest }
  | { readonly kind: 'held'; readonly holds: readonly HeldVersion[] };

type DeliveryTools = Pick<UpgradeTools, 'branches' | 'publish' | 'forge'>;

/** Makes a proposal true: branch, pull request, how that is merged. Every step can be made again after it was cut off. */
export async function deliverUpgrade(
  parcel: Parcel,
  workspace: Workspace,
  tools: DeliveryTools,
): Promise<UpgradeDelivery> {
  const { proposal, words, settings, pullRequests } = parcel;
  const { branch } = proposal;
  const { forge } = tools;
  const present = tools.branches(branch).find(({ name }) => name === branch);
  if (present && isSomebodys(present, pullRequests)) return { kind: 'held', holds: heldByCommit(proposal) };
  const commit = workspace.commit(branch, commitMessage(proposal, words));
  const open = pullRequests.find(({ head, state }) => head === branch && state === 'open');
  if (forge && open) await stopMerging(open, proposal, forge);
  const published = tools.publish(branch, commit, mergedTips(branch, pullRequests));
  if (published.remote === null || forge === null) return { kind: 'pushed', published };
  const pullRequest = await forge.savePullRequest(requestDraft(proposal, words, settings));
  if (pullRequest.state === 'closed') return { kind: 'held', holds: heldByClosing(proposal, pullRequest) };
  if (proposal.automerge && pullRequest.state === 'open' && pullRequest.automerge === null)
    await forge.mergeWhenReady(pullRequest.number, settings.merge);
  return { kind: 'opened', published, pullRequest };
}

/**
 * Before another commit is pushed: what was to merge by itself was for the step that it had then. What a person wanted
 * stays for as long as the step does.
 */
async function stopMerging(
  { number, automerge, body }: PullRequest,
  proposal: UpgradeProposal,
  forge: Forge,
): Promise<void> {
  if (automerge === null || proposal.automerge) return;
  if (automerge.byAuthor || targetsIn(body) !== targetsOf(proposal.steps)) await forge.mergeByHand(number);
}
