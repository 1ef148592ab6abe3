import type { CommitStatus, Forge, PullRequest } from '../../forge/forge.ts';
import type { JudgedRelease } from '../plan/refusals.ts';
import type { Tools } from '../tools.ts';
import type { BranchStanding } from './branch-standing.ts';
import { promotionBranch } from './draft.ts';

/** A commit that wants to change a release, judged at this moment. */
export interface OpenPromotion {
  readonly branch: string;
  readonly commit: string;
  /** Null where only the branch is there. */
  readonly pullRequest: PullRequest | null;
  /** What stands against it, a line each. */
  readonly refusals: readonly string[];
}

/** Judges the releases that a commit changes, as data. */
export type Judge = (commit: string) => readonly JudgedRelease[];

/**
 * All that is open and changes the release of an environment, whoever opened it. What this clone does not have, such as
 * a branch of a fork, was judged when it was pushed.
 */
export function openPromotions(
  environment: string,
  open: readonly PullRequest[],
  { branch, pullRequest, kind }: BranchStanding,
  judge: Judge,
  { history, changedReleases }: Pick<Tools, 'history' | 'changedReleases'>,
): OpenPromotion[] {
  const known = open
    .filter(({ commit }) => commit !== '' && history.resolve(commit) !== null)
    .map((request) => ({ branch: request.head, commit: request.commit, pullRequest: request }));
  const isBare = branch !== null && pullRequest === null && kind !== 'free';
  const all = isBare ? [...known, { branch: branch.name, commit: branch.commit, pullRequest: null }] : known;
  return all
    .filter(({ commit }) => changedReleases(commit).some((release) => release.environment === environment))
    .map((found) => ({ ...found, refusals: refusalLines(judge(found.commit)) }));
}

const refusalLines = (verdicts: readonly JudgedRelease[]): string[] =>
  verdicts.flatMap(({ environment, refused }) =>
    refused.map(({ app, detail }) => `${environment}: ${app}: ${detail}`),
  );

/** The gate of a commit that was judged. */
export const gateStatus = (refusals: readonly string[]): CommitStatus => ({
  context: 'promotion gate',
  state: refusals.length === 0 ? 'success' : 'failure',
  description: refusals.length === 0 ? 'this may be merged now' : refusals.join('; '),
});

/** Tells the forge how things stand, and stops what was to merge by itself and must not any more. */
export async function saveVerdicts(
  open: readonly OpenPromotion[],
  environment: string,
  forge: Forge,
): Promise<void> {
  for (const { branch, commit, pullRequest, refusals } of open) {
    await forge.saveStatus(commit, gateStatus(refusals));
    const isLoose = refusals.length > 0 && branch === promotionBranch(environment);
    if (pullRequest?.automerge && isLoose) await forge.mergeByHand(pullRequest.number);
  }
}
