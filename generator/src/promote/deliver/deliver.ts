import type { Forge, PullRequest } from '../../forge/forge.ts';
import type { Workspace } from '../../forge/workspace.ts';
import { publishCopies } from '../settings-copies.ts';
import type { Tools } from '../tools.ts';
import { explicitLabel } from './draft.ts';
import type { Delivery, Proposal } from './proposal.ts';
import { publishRelease } from './publish-release.ts';
import { saveReleasePullRequest } from './save-release-pull-request.ts';

/** Makes a proposal true: pins, tree, branch, pull request. Every step can be made again after it was cut off. */
export async function deliver(proposal: Proposal, workspace: Workspace, tools: Tools): Promise<Delivery> {
  const { draft, plan, copies } = proposal;
  const isExplicit = draft.labels.includes(explicitLabel);
  const open = await openPullRequest(draft.head, tools.forge);
  // The hourly promotion of everything must not replace what a person requested.
  if (open?.labels.includes(explicitLabel) && !isExplicit) return { published: null, pullRequest: open };
  if (plan.next === null) {
    if (open && !isExplicit) await tools.forge?.close(open.number, 'Nothing is left to promote.');
    return { published: null, pullRequest: null };
  }
  publishCopies(copies, plan, tools);
  const { commit, published } = await publishRelease(proposal, plan.next, workspace, tools);
  if (published.remote === null || tools.forge === null) return { published, pullRequest: null };
  return { published, pullRequest: await saveReleasePullRequest(proposal, commit, tools.forge) };
}

async function openPullRequest(branch: string, forge: Forge | null): Promise<PullRequest | undefined> {
  const open = (await forge?.openPullRequests(branch)) ?? [];
  return open.find(({ head }) => head === branch);
}
