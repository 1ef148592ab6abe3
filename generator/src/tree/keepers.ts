import type { SourceLocation } from '../problem/problem.ts';

/** Where data lies by now, as an environment says where it was moved. */
export interface Moved {
  readonly argocd?: string | undefined;
  readonly root?: string | undefined;
  readonly destination?: string | undefined;
  readonly namespacePrefix?: string | undefined;
  readonly buckets: Readonly<Record<string, string>>;
  readonly apps: Readonly<
    Record<string, { readonly namespace?: string | undefined; readonly chart?: string | undefined }>
  >;
}

/** What of an environment decides whether its data may go, or be left behind. */
export interface Keeper {
  readonly name: string;
  readonly location: SourceLocation;
  readonly sample: boolean;
  /** Null where it was never released. */
  readonly release: unknown;
  /** Apps that it is defined to have. */
  readonly apps: readonly { readonly name: string }[];
  readonly excluded: readonly string[];
  readonly retired: readonly string[];
  readonly moved: Moved;
  readonly namespacePrefix: string;
}

/** What of the model decides about data. */
export interface Keepers {
  readonly platform: { readonly retired: readonly string[] };
  readonly platformLocation: SourceLocation;
  readonly environments: readonly Keeper[];
}
