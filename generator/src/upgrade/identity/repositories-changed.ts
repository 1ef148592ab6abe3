/** A repository of images that a render had and has no more, or has now. */
export interface RepositoryChange {
  /** Null for one that came. */
  readonly before: string | null;
  /** Null for one that went. */
  readonly after: string | null;
}

/**
 * Which repositories of images differ between two renders. One that went and one that came are one change where they
 * name the same program, as a project that moves to another registry does.
 *
 * @param before references or repositories; tags and digests do not count
 */
export function repositoriesChanged(before: readonly string[], after: readonly string[]): RepositoryChange[] {
  const [were, are] = [before, after].map((references) => new Set(references.map(repositoryOf)));
  const gone = [...(were ?? [])].filter((repository) => !are?.has(repository)).sort();
  const came = new Set([...(are ?? [])].filter((repository) => !were?.has(repository)).sort());
  const changes = gone.map((repository): RepositoryChange => {
    const moved = [...came].find((other) => programIn(other) === programIn(repository)) ?? null;
    if (moved !== null) came.delete(moved);
    return { before: repository, after: moved };
  });
  return [...changes, ...[...came].map((repository) => ({ before: null, after: repository }))];
}

/** One line for a person. */
export function describeRepositoryChange({ before, after }: RepositoryChange): string {
  if (before === null) return `${after} came`;
  return after === null ? `${before} went` : `${before} moved to ${after}`;
}

/** A reference without its tag and digest. */
const repositoryOf = (reference: string): string =>
  reference.replace(/@.*$/s, '').replace(/:[^/:]*$/, (end) => (reference.includes('/') ? '' : end));

const programIn = (repository: string): string => repository.slice(repository.lastIndexOf('/') + 1);
