import type { Problem } from '../problem/problem.ts';

/** What an upgrade changes in one environment, by a render before and after. */
export interface EnvironmentEffect {
  readonly environment: string;
  /** What brings it there: merging, a promotion where it runs pinned commits, or nothing, where it is a sample. */
  readonly reachedBy: 'merge' | 'promotion' | 'nothing';
  /** Objects by kind and name, each with what became of it; `relabeled`: only labels that name the version differ. */
  readonly objects: readonly {
    readonly app: string;
    readonly object: string;
    readonly change: 'added' | 'removed' | 'changed' | 'relabeled';
  }[];
  /** References of images that differ: null before or after where there is none. */
  readonly images: readonly {
    readonly app: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** What makes pods whose template differs, so that they are replaced. */
  readonly restarts: readonly { readonly app: string; readonly object: string }[];
  /** Requests and limits that differ. */
  readonly resources: readonly {
    readonly app: string;
    readonly container: string;
    readonly detail: string;
  }[];
  /** Apps whose wave differs; the last layer, which comes after all waves, has none. */
  readonly waves: readonly {
    readonly app: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Unified diff of the manifests, but for those that only got other labels. */
  readonly diff: string;
  /** Apps that could not be rendered, and why. */
  readonly unreachable: readonly string[];
}

/** What a chart says of itself. */
export interface ChartSelf {
  /** Version of the program in it; null where it does not say. */
  readonly appVersion: string | null;
  /** URLs of home and sources. */
  readonly homes: readonly string[];
}

/** What became of a proposal in its checkout. */
export type Effect =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** A chart that nobody can do without could not be had: one line each. */
  | { readonly kind: 'unreachable'; readonly why: readonly string[] }
  /** It would run images from elsewhere: one line each. */
  | { readonly kind: 'identity'; readonly why: readonly string[] }
  /** Nothing that is rendered changes. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'changed';
      readonly environments: readonly EnvironmentEffect[];
      /** Defaults and settings of third-party charts that changed, as `npm run charts` says it. */
      readonly settings: string;
      /** What raised charts say of themselves, by key. */
      readonly charts: Readonly<Record<string, ChartSelf>>;
      /** Findings of `verify` that the proposal has and the base has not. */
      readonly findings: readonly Problem[];
    };
