/** A branch that a hotfix is made on, beside everybody's other work. */
export interface Hotfix {
  readonly environment: string;
  readonly branch: string;
  /** Whether this clone has the branch; else only its remote has. */
  readonly isLocal: boolean;
  /** Where it is checked out, as an absolute path; null where it is nowhere. */
  readonly folder: string | null;
  /** Commit at its tip. */
  readonly tip: string;
  /** The pin that it was begun at; null where somebody made the branch by hand. */
  readonly base: string | null;
  /** Why it cannot wait, if that was said when it was begun. */
  readonly reason: string | null;
  /** Whether something in the folder is not committed. */
  readonly isDirty: boolean;
}

/** What there is of hotfixes in a clone, and what is done with them. `edge/` has the real one. */
export interface HotfixFolders {
  /** Those of an environment, by name, here and at the remote; not the branches that `promote --settings` makes. */
  list(environment: string): readonly Hotfix[];
  /** Name of a branch that neither the clone nor its remote has. */
  freeBranch(environment: string, name: string): string;
  /** Makes the branch, or takes up the one that is there, checks it out beside the clone, and brings its packages. */
  begin(hotfix: Hotfix & { readonly base: string }): Promise<Hotfix & { readonly folder: string }>;
  /**
   * Generates in its folder, with the generator and the packages that it has, and commits all that is there. Gives the
   * tip then.
   * @throws ProblemsError of the definitions there
   */
  complete(hotfix: Hotfix & { readonly folder: string }, message: string): Promise<string>;
}
