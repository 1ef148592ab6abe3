import type { Pinned } from '../../definition/release.ts';
import type { Forge, PullRequest } from '../../forge/forge.ts';
import type { ProposedBranch } from '../../forge/workspace.ts';
import { readRelease } from '../../model/read-release.ts';
import { releaseFile } from '../../tree/paths.ts';
import type { Tools } from '../tools.ts';
import { promotionBranch } from './draft.ts';
import { requestedIn } from './requested.ts';

/** What is there of a promotion of an environment before a run does anything, and who decides about it. */
export interface BranchStanding {
  /**
   * `free`: nothing, or nothing that still counts. `ours`: what a run made of all that had soaked. `chosen`: what a
   * person requested in particular. `person`: work of a person.
   */
  readonly kind: 'free' | 'ours' | 'chosen' | 'person';
  readonly branch: ProposedBranch | null;
  /** The open one of that branch. */
  readonly pullRequest: PullRequest | null;
  /** Of what was chosen, the options of `npm run promote`. */
  readonly requested: string | null;
}

/**
 * Asks git: labels are for people. What was chosen counts until main has it, until main has another release than the
 * one that it was made on, or until a person closes its pull request.
 */
export async function standingOf(
  environment: string,
  open: readonly PullRequest[],
  tools: Pick<Tools, 'branch' | 'read' | 'history' | 'forge'>,
): Promise<BranchStanding> {
  const branch = tools.branch(promotionBranch(environment));
  const pullRequest = open.find(({ head }) => head === promotionBranch(environment)) ?? null;
  const requested = requestedIn(branch?.made ?? '');
  const standing = (kind: BranchStanding['kind']): BranchStanding => ({
    kind,
    branch,
    pullRequest,
    requested,
  });
  if (branch === null) return standing('free');
  if (!branch.isFree) {
    const ended = pullRequest ?? (await endedAt(branch, tools.forge));
    return standing(ended?.state === 'merged' ? 'free' : 'person');
  }
  if (requested !== null && isPending(environment, branch, tools)) {
    const ended = pullRequest ?? (await endedAt(branch, tools.forge));
    if (ended === null || ended.state === 'open') return standing('chosen');
  }
  return standing(pullRequest === null ? 'free' : 'ours');
}

/** The release that a branch of ours proposes on the same request, as long as it counts; null where there is none. */
export function proposedAlready(
  environment: string,
  { branch, requested, kind }: BranchStanding,
  asked: string | null,
  tools: Pick<Tools, 'read' | 'history'>,
): Pinned | null {
  if (branch === null || kind === 'person' || requested !== asked) return null;
  if (!isPending(environment, branch, tools)) return null;
  const file = releaseFile(environment);
  const release = readRelease({ file, text: tools.read(branch.commit, file) ?? '' });
  return release.ok && release.value.kind === 'pinned' ? release.value : null;
}

function isPending(
  environment: string,
  { commit, base }: ProposedBranch,
  { read, history }: Pick<Tools, 'read' | 'history'>,
): boolean {
  const [there, before, now] = [commit, base, history.head].map((at) => read(at, releaseFile(environment)));
  return there !== now && before === now;
}

/** The pull request that was merged or closed with just this tip. */
async function endedAt({ name, commit }: ProposedBranch, forge: Forge | null): Promise<PullRequest | null> {
  const all = (await forge?.pullRequestsFrom(name)) ?? [];
  return all.find((request) => request.head === name && request.commit === commit) ?? null;
}
