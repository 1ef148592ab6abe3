import type { Alarm, HeldVersion } from './choice.ts';
import type { UpgradeDelivery } from './deliver/deliver-upgrade.ts';
import type { UpgradeWords } from './deliver/request-draft.ts';
import type { Effect } from './effect.ts';
import type { Unit } from './unit.ts';
import type { Closing, UpgradeProposal } from './upgrade-plan.ts';

/** A proposal that passed, and what came of it. */
export interface MadeUpgrade {
  readonly proposal: UpgradeProposal;
  readonly effect: Effect;
  readonly words: UpgradeWords;
  /** Null in a dry run. */
  readonly delivery: UpgradeDelivery | null;
}

/** What a run found and did. */
export interface UpgradeReport {
  readonly dryRun: boolean;
  readonly units: readonly Unit[];
  readonly upgrades: readonly MadeUpgrade[];
  readonly closings: readonly Closing[];
  /** Newer versions that are not proposed. */
  readonly holds: readonly HeldVersion[];
  readonly alarms: readonly Alarm[];
  /** What could not be asked or done, one line each. */
  readonly failures: readonly string[];
}
