/** Where a branch of ours now is. */
export interface Published {
  /** False where the branch and the tags were there already. */
  readonly changed: boolean;
  /** The remote that they are on; null where there is none. */
  readonly remote: string | null;
}

/** A branch as it was when a run began. */
export interface Branch {
  readonly name: string;
  /** Commit at its tip. */
  readonly commit: string;
  /** Whether nothing is lost with it: that is a commit of ours as we made it, or main has it. Else it is a person's. */
  readonly isFree: boolean;
}

/** A checkout apart from everybody's work, in which a commit is made. `edge/` has the real one. */
export interface Workspace {
  /** Folder of the repository in it. */
  readonly root: string;
  /** Commit that was checked out. */
  readonly base: string;
  write(path: string, text: string): void;
  /** Writes the generated tree anew, with the generator that the checkout itself has. Throws its problems. */
  generate(): Promise<void>;
  /**
   * Commits what differs from the base, by whoever git says it is. Where `branch` has a commit that will do, it is that
   * one; where nothing differs, it is the base.
   */
  commit(branch: string, message: string): string;
  /** Paths that are not as the base has them, sorted; nothing where the tree is still that of the base. */
  changed(): readonly string[];
  close(): void;
}

/** The branch of a promotion, as it was when a run began. */
export interface ProposedBranch extends Branch {
  /** Commit of the main branch that it begins at. */
  readonly base: string;
  /** Message of the newest commit that we made on it, without its last lines; null where there is none. */
  readonly made: string | null;
}

/** Works in a checkout of a commit, which is closed whatever comes of it. */
export async function inCheckout<T>(
  checkout: (commit: string) => Workspace,
  commit: string,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const workspace = checkout(commit);
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}
