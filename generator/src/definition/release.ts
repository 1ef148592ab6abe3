/** An environment that runs whatever the newest commit of a branch says. */
export interface Following {
  readonly kind: 'following';
  readonly branch: string;
}

/** Why an app stays where it is, and until which day (`YYYY-MM-DD`, UTC). */
export interface Hold {
  readonly reason: string;
  readonly until: string;
}

/** An environment that runs each app from a commit of its own choice. */
export interface Pinned {
  readonly kind: 'pinned';
  /** Commit of every app that `apps` does not name. */
  readonly revision: string;
  /** Commit by app; null for an app of `revision` that does not run here. */
  readonly apps: Readonly<Record<string, string | null>>;
  readonly hold: Readonly<Record<string, Hold>>;
  readonly emergencies: readonly Emergency[];
}

/** Why apps run here that skipped the soak, and since which day (`YYYY-MM-DD`, UTC). */
export interface Emergency {
  readonly reason: string;
  readonly since: string;
  readonly apps: readonly string[];
}

/** Which commit each app runs from: `apps` says of which it is not the revision, null of which it is none. */
export type PinnedCommits = Pick<Pinned, 'revision' | 'apps'>;

/** Where an environment takes its apps from. */
export type Release = Following | Pinned;

/** Every commit that a release names, each once. */
export function commitsOf({ revision, apps }: PinnedCommits): string[] {
  const pins = Object.values(apps).filter((commit) => commit !== null);
  return [...new Set([revision, ...pins])];
}
