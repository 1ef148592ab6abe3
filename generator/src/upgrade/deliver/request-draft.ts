import type { PullRequestDraft } from '../../forge/forge.ts';
import { largestOf, stepSizes } from '../choice.ts';
import { targetsOf, type UpgradeProposal } from '../upgrade-plan.ts';
import { supersededLabel } from './requests.ts';
import { targetsMark, withTargets } from './targets-mark.ts';

/** How upgrades are proposed, as the platform says it. */
export interface UpgradeSettings {
  /** The branch that people merge to. */
  readonly mainBranch: string;
  readonly reviewers: readonly string[];
  /** How those are merged that merge by themselves. */
  readonly merge: 'merge' | 'squash' | 'rebase';
}

/** A proposal in words. */
export interface UpgradeWords {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** The pull request that a proposal would become. */
export function requestDraft(
  proposal: UpgradeProposal,
  { title, body }: UpgradeWords,
  { mainBranch, reviewers }: UpgradeSettings,
): PullRequestDraft {
  const size = largestOf(proposal.steps);
  const targets = targetsOf(proposal.steps);
  return {
    head: proposal.branch,
    base: mainBranch,
    title,
    body: withTargets(body, targets),
    labels: ['upgrade', size, ...(proposal.unit.keepsData ? ['data'] : [])],
    withoutLabels: [...stepSizes.filter((other) => other !== size), supersededLabel],
    reviewers,
    notAgain: { text: targetsMark(targets), unless: supersededLabel },
  };
}

/** What its commit says: what moves, from where to where. */
export function commitMessage({ steps }: UpgradeProposal, { title }: UpgradeWords): string {
  const lines = steps.map(({ subject, size, version }) =>
    size === 'pin'
      ? `- ${subject.id}: ${version}, by its digest`
      : `- ${subject.id}: ${subject.current} to ${version}`,
  );
  return [title, '', ...lines].join('\n');
}
