import type { Alarm, HeldVersion, Step, UnitChoice } from './choice.ts';
import type { Unit } from './unit.ts';

/** A unit's pull request as the forge has it. */
export interface UpgradeRequest {
  readonly unit: string;
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** Whether we closed it ourselves. */
  readonly superseded: boolean;
  /** What it moves to, as {@link targetsOf} writes it. */
  readonly targets: string;
}

/** What is to become one branch and one pull request. */
export interface UpgradeProposal {
  readonly unit: Unit;
  /** `upgrade/<unit>` */
  readonly branch: string;
  readonly steps: readonly Step[];
  /** How it merges by itself: only where the policies of all its entries allow the size of its step. */
  readonly automerge: boolean;
}

/** A pull request whose reason has gone. */
export interface Closing {
  readonly request: UpgradeRequest;
  readonly why: string;
}

/** What a run does, as data. */
export interface UpgradePlan {
  /** In the order in which they are made: open ones first, then by wave and name. */
  readonly proposals: readonly UpgradeProposal[];
  readonly closings: readonly Closing[];
  readonly holds: readonly HeldVersion[];
  readonly alarms: readonly Alarm[];
  readonly failures: readonly string[];
}

/** What the branches of all upgrades begin with. */
export const upgradePrefix = 'upgrade/';

export const upgradeBranch = (unit: string): string => `${upgradePrefix}${unit}`;

/** What steps move to, in one line that is the same whenever they are: kept in the body of a pull request. */
export const targetsOf = (steps: readonly Step[]): string =>
  steps
    .map(({ subject, version, digest, revision }) =>
      [subject.id, version, digest ?? revision ?? ''].join(' ').trimEnd(),
    )
    .sort()
    .join('; ');

/** What was decided before anybody looked at what is open. */
export type Choices = readonly UnitChoice[];
