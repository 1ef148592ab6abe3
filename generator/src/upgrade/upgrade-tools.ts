import type { Forge } from '../forge/forge.ts';
import type { Branch, Published, Workspace } from '../forge/workspace.ts';
import type { Clock } from '../promote/plan/request.ts';
import type { Effect } from './effect.ts';
import type { Seen } from './seen.ts';
import type { Sources } from './sources.ts';

/** Where it is kept when a version was first seen. */
export interface SeenRecord {
  read(): Seen;
  /** Keeps it; where another run was faster, the earlier day of each version stays. */
  save(seen: Seen): void;
}

/** What upgrades are made with. `edge/` has the real ones. */
export interface UpgradeTools {
  readonly sources: Sources;
  readonly clock: Clock;
  readonly record: SeenRecord;
  /** Commit at the tip of the branch that people merge to. */
  readonly head: string;
  checkout(commit: string): Workspace;
  /** Text of a file at a commit; null where it has none. */
  read(commit: string, path: string): string | null;
  /** What a workspace, edited and generated, changes against its base. */
  effect(workspace: Workspace): Promise<Effect>;
  /** Branches whose name begins so, as they were when the run began. */
  branches(prefix: string): readonly Branch[];
  /**
   * Brings a commit of ours to a branch; throws where a person's commit is on it that is not among those that may go.
   */
  publish(branch: string, commit: string, over: readonly string[]): Published;
  /** Deletes a branch that is as it was. False where somebody was faster. */
  deleteBranch(branch: Branch): boolean;
  /** Null to stop after the branches are pushed. */
  readonly forge: Forge | null;
  /** Is told a line where a person would otherwise wonder. */
  progress(line: string): void;
}
