import type { Alarm, HeldVersion } from '../choice.ts';
import type { Unit } from '../unit.ts';
import type { UpgradeRequest } from '../upgrade-plan.ts';

/** All that a dashboard shows. */
export interface DashboardState {
  readonly units: readonly Unit[];
  /** Of all upgrades, newest first, as they are at the end of the run. */
  readonly requests: readonly UpgradeRequest[];
  /** Those of the plan, and what was held while it was carried out. */
  readonly holds: readonly HeldVersion[];
  readonly alarms: readonly Alarm[];
  /** What could not be asked, one line each. */
  readonly failures: readonly string[];
}
