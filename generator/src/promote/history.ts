import type { Candidate } from '../candidates/candidate.ts';
import type { PinnedCommits, Release } from '../definition/release.ts';

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

/** What a commit is to another: the same, a descendant of it, an ancestor of it, or neither. */
export type Relation = 'same' | 'ahead' | 'behind' | 'apart';

/** The past of a repository, as git knows it. `edge/` has the real one. */
export interface History {
  /** Tip of the main branch. */
  readonly head: string;
  /** What an environment ran, newest first. */
  moments(environment: string): readonly Moment[];
  /** Names of the apps that an environment had a candidate of at a commit. */
  apps(environment: string, commit: string): readonly string[];
  /** Candidates of an environment at a commit, by app; empty where it had none. */
  candidates(environment: string, commit: string): Readonly<Record<string, Candidate>>;
  /**
   * What apps are rendered from in an environment at some commits, by commit: Application, plan, values and charts, but
   * for the wave. A commit that does not have the environment has no apps.
   */
  inputs(environment: string, commits: readonly string[]): ReadonlyMap<string, InputsByApp>;
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
  /** Commits between two that changed an app's input there, newest first. */
  changes(environment: string, app: string, from: string, to: string): readonly Change[];
  /** The difference of an app's input between two commits, as git prints it. */
  diff(environment: string, app: string, from: string, to: string): string;
  /** Full id of a commit that somebody named, or null. */
  resolve(name: string): string | null;
}
