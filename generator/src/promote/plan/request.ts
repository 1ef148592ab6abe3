import type { Release } from '../../definition/release.ts';
import type { PlatformShape } from '../../definition/shape/platform.ts';

/** The environment that a promotion is for, as today's definitions have it. */
export interface Target {
  readonly name: string;
  /** Where promotions come from; null for the first. */
  readonly upstream: string | null;
  readonly release: Release | null;
  /** Seconds. */
  readonly soak: number;
  /** Freezes that are for it. */
  readonly freezes: PlatformShape['freezes'];
  /** Apps that may go although they keep data. */
  readonly retired: readonly string[];
}

/** What somebody wants promoted. */
export interface Wish {
  /** Apps by name; empty for all. */
  readonly apps: readonly string[];
  /** Layers whose apps are meant too. */
  readonly layers: readonly string[];
  /** A commit that the upstream environment ran, instead of the newest that has soaked. */
  readonly revision: string | null;
  /** `PREVIOUS`, or a commit of the main branch: what ran here then. */
  readonly to: string | null;
  /** Why it cannot wait its turn. */
  readonly emergency: string | null;
}

/** Seconds since 1970, and that day as `YYYY-MM-DD`. */
export interface Clock {
  readonly now: number;
  readonly today: string;
  /** The day after some days. */
  dayAfter(days: number): string;
}

/** Health of upstream's Applications by app, in words; apps that are well are left out. Null where nobody asked. */
export type Sickness = Readonly<Record<string, string>> | null;
