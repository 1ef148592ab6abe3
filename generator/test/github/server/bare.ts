import { spawnSync } from 'node:child_process';

/** What GitHub asks of the git repository that it keeps. Synchronous, so that a request is never seen half done. */
export interface Bare {
  /** The commit of a branch. */
  tip(branch: string): string | null;
  /** Whether there is such a commit. */
  has(commit: string): boolean;
  /** Commits that `to` has and `from` has not, newest first. */
  between(from: string, to: string): string[];
  /** Merges a commit into a branch; null where they conflict. */
  merge(into: string, commit: string, method: string, message: string): string | null;
  /** Whether they could be merged. */
  mergeable(into: string, commit: string): boolean;
}

export function bare(folder: string): Bare {
  const git = (args: readonly string[]): { code: number; out: string } => {
    const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.example.org'];
    const { status, stdout } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    return { code: status ?? -1, out: stdout.trim() };
  };
  const lines = (args: readonly string[]): string[] => git(args).out.split('\n').filter(Boolean);
  const tip = (branch: string): string | null =>
    git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`]).out || null;
  const tree = (into: string, commit: string): string | null => {
    const { code, out } = git(['merge-tree', '--write-tree', `refs/heads/${into}`, commit]);
    return code === 0 ? out : null;
  };
  const commitOf = (of: string, parents: readonly (string | null)[], message: string): string => {
    const chain = parents.flatMap((parent) => ['-p', parent ?? '']);
    return git(['commit-tree', of, ...chain, '-m', message]).out;
  };
  return {
    tip,
    has: (commit) => git(['cat-file', '-e', `${commit}^{commit}`]).code === 0,
    between: (from, to) => lines(['rev-list', `${from}..${to}`]),
    mergeable: (into, commit) => tree(into, commit) !== null,
    merge(into, commit, method, message) {
      const merged = tree(into, commit);
      if (merged === null) return null;
      const base = tip(into);
      const result =
        method === 'rebase'
          ? rebased(base, lines(['rev-list', '--reverse', '--no-merges', `${base}..${commit}`]))
          : commitOf(merged, method === 'merge' ? [base, commit] : [base], message);
      git(['update-ref', `refs/heads/${into}`, result, base ?? '']);
      return result;
    },
  };

  /** Each commit again on top of the base, with its own tree: enough where the head is up to date with the base. */
  function rebased(base: string | null, commits: readonly string[]): string {
    return commits.reduce(
      (parent, commit) =>
        commitOf(`${commit}^{tree}`, [parent], git(['log', '-1', '--format=%B', commit]).out),
      base ?? '',
    );
  }
}
