import type { PlatformShape } from '../../definition/shape/platform-shape.ts';
import type { Clock } from '../../promote/plan/request.ts';
import type { UpgradeRequest } from '../upgrade-plan.ts';

/** What is going on already. */
export interface Situation {
  /** Newest first. */
  readonly requests: readonly UpgradeRequest[];
  readonly freezes: PlatformShape['freezes'];
  /** Environments that a merge reaches at once. */
  readonly followingMain: readonly string[];
  /** Pull requests that may be open at a time. */
  readonly limit: number;
  readonly clock: Clock;
}

/** The freeze that keeps upgrades back now: one for all environments, or for one that a merge would reach. */
export function freezeOf({
  freezes,
  followingMain,
  clock,
}: Situation): Situation['freezes'][number] | undefined {
  return freezes.find(
    ({ from, until, environments }) =>
      seconds(from) <= clock.now &&
      clock.now < seconds(until) &&
      (environments === undefined || environments.some((name) => followingMain.includes(name))),
  );
}

const seconds = (time: string): number => Date.parse(time) / 1000;
