/** Where a repository lies, as far as its remote URL says. */
export interface Remote {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

/** `https://host/owner/repo.git`, `ssh://git@host/owner/repo`, `git@host:owner/repo.git`. Null: none of these. */
export function remoteOf(url: string): Remote | null {
  const shaped =
    url.match(/^(?:https?|ssh|git):\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/) ??
    url.match(/^(?:[^/@:]+@)?([^/:]+):(?!\/)([^/]+)\/([^/]+?)(?:\.git)?\/?$/);
  const [, host, owner, repo] = shaped ?? [];
  return host && owner && repo ? { host: host.toLowerCase(), owner, repo } : null;
}
