import type { Effect } from '../effect.ts';
import type { UpgradeProposal } from '../upgrade-plan.ts';

/** What is known of a proposal beside what it changes. */
export interface UpgradeFacts {
  /** URLs where an image says that its sources are, by subject id: labels such as `org.opencontainers.image.source`. */
  readonly origins: Readonly<Record<string, readonly string[]>>;
}

/** A proposal with all that a reviewer wants to know of it. */
export interface DescribedUpgrade {
  readonly proposal: UpgradeProposal;
  readonly effect: Effect;
  readonly facts: UpgradeFacts;
}
