import type { Release } from '../../definition/release.ts';
import type { PlatformShape } from '../../definition/shape/platform-shape.ts';
import type { EnvironmentModel } from '../../model/model.ts';
import type { History } from '../history.ts';

/** The environment that a promotion is for, as today's definitions have it. */
export interface PromotionTarget extends Pick<EnvironmentModel, 'reviewers' | 'automerge'> {
  readonly name: string;
  /** The branch that pull requests go to. */
  readonly mainBranch: string;
  /** The environment, and all that is promoted from it, near ones first. */
  readonly line: readonly string[];
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
export interface PromotionRequest {
  /** Apps by name; empty for all. */
  readonly apps: readonly string[];
  /** Layers whose apps are meant too. */
  readonly layers: readonly string[];
  /** A commit that the upstream environment ran, instead of the newest that has soaked. */
  readonly revision: string | null;
  /** `PREVIOUS`, or a commit of the main branch: what ran here then. */
  readonly to: string | null;
  /** Why it cannot wait for the soak. */
  readonly emergency: string | null;
  /** Only the environment's own settings, as the main branch has them. */
  readonly settings: boolean;
}

/** Everything that has soaked: what the hourly run asks for. */
export const everything: PromotionRequest = {
  apps: [],
  layers: [],
  revision: null,
  to: null,
  emergency: null,
  settings: false,
};

/** Whether a person requested something in particular. */
export const isExplicit = ({ apps, layers, revision, to, emergency, settings }: PromotionRequest): boolean =>
  settings || apps.length + layers.length > 0 || (revision ?? to ?? emergency) !== null;

/** Seconds since 1970, and that day as `YYYY-MM-DD`. */
export interface Clock {
  readonly now: number;
  readonly today: string;
  /** The day after some days. */
  dayAfter(days: number): string;
}

/** Why apps are unhealthy in the upstream environment, by app; healthy ones are left out. Null where nobody asked. */
export type UnhealthyApps = Readonly<Record<string, string>> | null;

/** What a plan is made from. */
export interface PlanInput {
  readonly target: PromotionTarget;
  readonly request: PromotionRequest;
  readonly history: History;
  readonly clock: Clock;
  readonly unhealthy: UnhealthyApps;
}
