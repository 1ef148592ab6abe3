import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What GitHub asks of the git repository that it keeps. Synchronous, so that a request is never seen half done. */
export interface Bare {
  /** Takes note of what was pushed, and says which branches moved; null: no commit. */
  look(): Moved[];
  /** The commit of a branch. */
  tip(branch: string): string | null;
  /** Whether there is such a commit. */
  has(commit: string): boolean;
  /** Commits that `to` has and `from` has not, newest first; each a branch or a commit. */
  between(from: string, to: string): string[];
  /** Merges a commit into a branch; null where they conflict. */
  merge(into: string, commit: string, method: string, message: string): string | null;
  /** Whether they could be merged. */
  mergeable(into: string, commit: string): boolean;
}

/** A branch that is elsewhere than when it was looked at last. */
export interface Moved {
  readonly branch: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Histories of commits, of all repositories: a commit has the same everywhere. */
const histories = new Map<string, string>();

export function bare(folder: string): Bare {
  const git = (args: readonly string[]): { code: number; out: string } => {
    const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.example.org'];
    const { status, stdout } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    return { code: status ?? -1, out: stdout.trim() };
  };
  const lines = (args: readonly string[]): string[] => git(args).out.split('\n').filter(Boolean);
  const tips = new Map<string, string>();
  const look = (): Moved[] => {
    const before = new Map(tips);
    tips.clear();
    for (const [branch, commit] of branchesIn(folder)) tips.set(branch, commit);
    return [...new Set([...before.keys(), ...tips.keys()])]
      .map((branch) => ({ branch, before: before.get(branch) ?? null, after: tips.get(branch) ?? null }))
      .filter(({ before, after }) => before !== after);
  };
  look();
  /** What is said of commits that are there stays true, so it is asked once. */
  const ofThisOne = new Map<string, string>();
  const once = (args: readonly string[], known = ofThisOne): string => {
    const key = args.join(' ');
    const { code, out } = known.has(key) ? { code: 0, out: known.get(key) ?? '' } : git(args);
    if (code === 0) known.set(key, out);
    return known.get(key) ?? '';
  };
  const sha = (name: string): string => tips.get(name) ?? name;
  const tree = (into: string, commit: string): string | null =>
    once(['merge-tree', '--write-tree', sha(into), commit]) || null;
  const commitOf = (of: string, parents: readonly string[], message: string): string => {
    const chain = parents.flatMap((parent) => ['-p', parent]);
    return git(['commit-tree', of, ...chain, '-m', message]).out;
  };
  return {
    look,
    tip: (branch) => tips.get(branch) ?? null,
    has: (commit) => once(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]) !== '',
    between: (from, to) =>
      once(['rev-list', `${sha(from)}..${sha(to)}`], histories)
        .split('\n')
        .filter(Boolean),
    mergeable: (into, commit) => tree(into, commit) !== null,
    merge(into, commit, method, message) {
      const merged = tree(into, commit);
      if (merged === null) return null;
      const base = sha(into);
      const result =
        method === 'rebase'
          ? rebased(base, lines(['rev-list', '--reverse', '--no-merges', `${base}..${commit}`]))
          : commitOf(merged, method === 'merge' ? [base, commit] : [base], message);
      git(['update-ref', `refs/heads/${into}`, result, base]);
      return result;
    },
  };

  /** Each commit again on top of the base, with its own tree: enough where the head is up to date with the base. */
  function rebased(base: string, commits: readonly string[]): string {
    return commits.reduce(
      (parent, commit) =>
        commitOf(`${commit}^{tree}`, [parent], git(['log', '-1', '--format=%B', commit]).out),
      base,
    );
  }
}

/** Branches and their commits, read as git keeps them: this is asked at every request. */
function* branchesIn(folder: string): Generator<readonly [string, string]> {
  const packed = join(folder, 'packed-refs');
  for (const line of existsSync(packed) ? readFileSync(packed, 'utf8').split('\n') : [])
    if (line.slice(41).startsWith('refs/heads/')) yield [line.slice(52), line.slice(0, 40)];
  const heads = join(folder, 'refs/heads');
  for (const entry of readdirSync(heads, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.endsWith('.lock'))
      yield [relative(heads, file), readFileSync(file, 'utf8').trim()];
  }
}
