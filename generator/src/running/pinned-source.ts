import type { CandidatesByApp } from './pins.ts';

/** The candidates of one environment at one commit. */
export interface PinRequest {
  readonly environment: string;
  /** Names that it had before, the first one first: at an older commit, its candidates lie under one of them. */
  readonly formerly?: readonly string[];
  /** Full id. */
  readonly commit: string;
}

/** What is there. */
export type PinAnswer =
  | { readonly kind: 'found'; readonly candidates: CandidatesByApp }
  /** The folder is in no git repository. */
  | { readonly kind: 'no-git' }
  /** There is no such commit, neither here nor where this repository was cloned from. */
  | { readonly kind: 'unknown' }
  /** No branch or tag that an environment may run from has it. */
  | { readonly kind: 'stray' }
  /** A candidate of the commit lacks what a candidate promises. */
  | { readonly kind: 'unreadable'; readonly app: string };

/** Git, as far as pinned environments are made from it. `edge/` has the real one. */
export interface PinnedSource {
  /** Answers in the order of the requests. `branch` is the one that people merge to. */
  candidates(requests: readonly PinRequest[], branch: string): PinAnswer[];
}

/** Branches that an environment may run from beside the main one, and the tags that keep its pins. */
export const hotfixBranches = 'release/';
export const hotfixBranch = (environment: string, name: string): string =>
  `${hotfixBranches}${environment}/${name}`;
export const pinTag = (environment: string, commit: string): string =>
  `pin/${environment}/${commit.slice(0, 12)}`;
