import type { Pinned } from '../../definition/release.ts';
import type { Pin } from '../../running/pins.ts';

/** An app that would run from another commit than now, with another result. */
export interface Move {
  readonly app: string;
  /** Null for an app that is new here. */
  readonly from: Pin | null;
  /** Null for an app that goes. */
  readonly to: Pin | null;
  /** Whether it goes back to something older. */
  readonly back: boolean;
}

/** An app that stays as it is here, and whose commit is promoted for the sake of environments that come after this one. */
export interface Carried {
  readonly app: string;
  /** Those environments. */
  readonly to: readonly string[];
}

/** An app whose wave changes, by its own move or by that of another: waves are computed on what runs together. */
export interface WaveChange {
  readonly app: string;
  readonly from: number;
  readonly to: number;
}

/** Why an app stays where it is, as a table or a terminal says it. */
export const reasons = {
  hold: 'on hold',
  freeze: 'release freeze',
  soak: 'still soaking',
  upstream: 'upstream does not run it',
  hotfix: 'runs a hotfix that the main branch lacks',
  needs: 'incompatible with what stays pinned',
  data: 'stateful, and would be removed',
  health: 'unhealthy upstream',
} as const;

/** An app that differs and stays where it is. */
export interface Deferred {
  readonly app: string;
  readonly reason: keyof typeof reasons;
  readonly detail: string;
}

/** Everything that a promotion would do, as data. */
export interface PromotionPlan {
  readonly kind: 'promotion' | 'rollback' | 'settings';
  readonly environment: string;
  readonly upstream: string | null;
  readonly emergency: string | null;
  /** The release to write; null where nothing would change. */
  readonly next: Pinned | null;
  readonly moves: readonly Move[];
  readonly carried: readonly Carried[];
  readonly waves: readonly WaveChange[];
  /** Apps whose pin moves while what they run stays the same. */
  readonly unchanged: readonly string[];
  readonly deferred: readonly Deferred[];
  /** What cannot be taken back, or needs a person. */
  readonly warnings: readonly string[];
}
