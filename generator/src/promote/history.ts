import type { PinnedCommits, Release } from '../definition/release.ts';
import type { CandidatesByApp } from '../running/pins.ts';

/** What an environment ran from some time on. */
export interface Moment {
  /** Seconds since 1970. */
  readonly at: number;
  /** Commit of the main branch, or of the one that is followed, that made it so. */
  readonly commit: string;
  readonly pins: PinnedCommits;
  readonly release: Release;
}

/** What each app of an environment is rendered from at a commit, as a hash: equal ones, equal input. */
export type InputsByApp = ReadonlyMap<string, string>;

/** A commit that changed something of an app. */
export interface Change {
  readonly commit: string;
  readonly subject: string;
}

/** An app between two commits. */
export interface AppRange {
  readonly app: string;
  readonly from: string;
  readonly to: string;
}

/** What a commit is to another: the same, a descendant of it, an ancestor of it, or neither. */
export type Relation = 'same' | 'ahead' | 'behind' | 'apart';

/** The past of a repository, as git knows it. `edge/` has the real one. */
export interface History {
  /** Tip of the main branch. */
  readonly head: string;
  /** What an environment ran, newest first. */
  moments(environment: string): readonly Moment[];
  /** Candidates of an environment at some commits, by commit; a commit that does not have the environment has none. */
  candidates(environment: string, commits: readonly string[]): ReadonlyMap<string, CandidatesByApp>;
  /**
   * What apps are rendered from in an environment at some commits, by commit: Application, plan, values and charts, but
   * for the wave. A commit that does not have the environment has no apps.
   */
  inputs(environment: string, commits: readonly string[]): ReadonlyMap<string, InputsByApp>;
  /** Reads the inputs of some environments at some commits together: git is not asked for them again. */
  readInputs(environments: readonly string[], commits: readonly string[]): void;
  /** What `other` is to `commit`. */
  relation(commit: string, other: string): Relation;
  /**
   * Commits of `commit` that `within` has not, newest first, neither as they are, nor as the same change, nor as a copy
   * that names them (`git cherry-pick -x`). Those that only copy settings of `within` are lacking nowhere.
   */
  lacking(commit: string, within: string): readonly Change[];
  /**
   * The commit that a commit copies, with another definition of an environment that the main branch has or had, and
   * with what was generated from it; null where it does anything else.
   */
  copied(environment: string, commit: string): string | null;
  /** Whether a commit was the tip of the main branch at some time: it is one of its first parents. */
  wasTip(commit: string): boolean;
  /** For each range, the first parents of `to` that `from` has not and that changed the app's input, newest first. */
  changes(environment: string, ranges: readonly AppRange[]): readonly (readonly Change[])[];
  /** For each range, the difference of the app's input, as git prints it. */
  diffs(environment: string, ranges: readonly AppRange[]): readonly string[];
  /** Full id of a commit that somebody named, or null. */
  resolve(name: string): string | null;
}
