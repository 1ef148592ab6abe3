import type { Forge } from '../forge/forge.ts';
import type { ProposedBranch, Published, Workspace } from '../forge/workspace.ts';
import type { History } from './history.ts';
import type { EnvironmentChanges } from './plan/environment-changes.ts';
import type { Clock } from './plan/request.ts';

/** What a promotion is made with. `edge/` has the real ones. */
export interface Tools {
  readonly history: History;
  readonly clock: Clock;
  checkout(commit: string): Workspace;
  /** Text of a file at a commit; null where it has none. */
  read(commit: string, path: string): string | null;
  /** Releases that a commit changes against the main branch, since it left it; the text is null where it deletes one. */
  changedReleases(commit: string): readonly ChangedRelease[];
  /** What a commit does to the environments themselves, since it left the main branch. */
  environmentChanges(commit: string): EnvironmentChanges;
  /** A branch with what is known of it; null where there is none. */
  branch(name: string): ProposedBranch | null;
  /** Keeps commits by tags in this clone alone, for as long as some work takes. */
  keeping<T>(tags: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T>;
  /**
   * Brings a commit of ours to a branch, and tags that keep other commits alive, in one step. `over` is a tip that may
   * go, whoever made it.
   */
  publish(
    branch: string,
    commit: string,
    tags: Readonly<Record<string, string>>,
    over?: readonly string[],
  ): Published;
  /** Null to stop after the branch is pushed. */
  readonly forge: Forge | null;
}

/** The `release.yaml` of an environment, as some commit has it. */
export interface ChangedRelease {
  readonly environment: string;
  readonly file: string;
  readonly text: string | null;
}
