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

/** An app at a commit. */
export interface AppAt {
  readonly app: string;
  readonly commit: string;
}

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
   * A fingerprint of all that an app is rendered from in an environment: equal ones, equal input. Null where the commit
   * does not have the app.
   */
  fingerprints(environment: string, apps: readonly AppAt[]): (string | null)[];
  /** What `other` is to `commit`. */
  relation(commit: string, other: string): Relation;
  /** Commits of `commit` that `within` has not, newest first, but for those that only bring settings of it along. */
  own(commit: string, within: string): readonly Change[];
  /**
   * Those of them that `within` has not as the same change either, nor as a copy that names them
   * (`git cherry-pick -x`).
   */
  lacking(commit: string, within: string): readonly Change[];
  /** Commits between two that changed an app's input there, newest first. */
  changes(environment: string, app: string, from: string, to: string): readonly Change[];
  /** The difference of an app's input between two commits, as git prints it. */
  diff(environment: string, app: string, from: string, to: string): string;
  /** Full id of a commit that somebody named, or null. */
  resolve(name: string): string | null;
}
