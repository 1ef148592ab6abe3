import type { Forge } from '../forge/forge.ts';
import type { Published, Workspace } from '../forge/workspace.ts';
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
  /** Brings a commit of ours to a branch, and tags that keep other commits alive, in one step. */
  publish(branch: string, commit: string, tags: Readonly<Record<string, string>>): Published;
  /** Null to stop after the branch is pushed. */
  readonly forge: Forge | null;
}

/** The `release.yaml` of an environment, as some commit has it. */
export interface ChangedRelease {
  readonly environment: string;
  readonly file: string;
  readonly text: string | null;
}
