import type { Problem } from '../problem/problem.ts';

/** What an upgrade changes in one environment, by a render before and after. */
export interface EnvironmentEffect {
  readonly environment: string;
  /** Objects by kind and name, each with what became of it. */
  readonly objects: readonly {
    readonly app: string;
    readonly object: string;
    readonly change: 'added' | 'removed' | 'changed';
  }[];
  /** References of images that differ: null before or after where there is none. */
  readonly images: readonly {
    readonly app: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** Requests and limits that differ. */
  readonly resources: readonly {
    readonly app: string;
    readonly container: string;
    readonly detail: string;
  }[];
  /** Apps whose wave differs. */
  readonly waves: readonly {
    readonly app: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Unified diff of the manifests, whole. */
  readonly diff: string;
  /** Apps that could not be rendered, and why. */
  readonly unreachable: readonly string[];
}

/** What became of a proposal in its checkout. */
export type Effect =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** The tree is what it was. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'changed';
      readonly environments: readonly EnvironmentEffect[];
      /** Defaults and settings of third-party charts that changed, as `npm run charts` says it. */
      readonly settings: string;
      /** Findings of `verify` that the proposal has and the base has not. */
      readonly findings: readonly Problem[];
    };
