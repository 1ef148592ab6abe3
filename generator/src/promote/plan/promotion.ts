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

/** An app whose wave changes, by its own move or by that of another: waves are computed on what runs together. */
export interface WaveChange {
  readonly app: string;
  readonly from: number;
  readonly to: number;
}

export const reasons = {
  hold: 'it is held',
  freeze: 'nothing is promoted now',
  soak: 'it has not run long enough there',
  upstream: 'upstream is behind',
  hotfix: 'it runs what the main branch does not have',
  needs: 'it does not fit what would run beside it',
  data: 'it keeps data',
  health: 'it is not well there',
} as const;

/** An app that differs and stays where it is. */
export interface Left {
  readonly app: string;
  readonly reason: keyof typeof reasons;
  readonly why: string;
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
  readonly waves: readonly WaveChange[];
  /** Apps whose pin moves while what they run stays the same. */
  readonly unchanged: readonly string[];
  readonly left: readonly Left[];
  /** What cannot be taken back, or needs a person. */
  readonly warnings: readonly string[];
}
