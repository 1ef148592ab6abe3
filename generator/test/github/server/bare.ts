import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How a pull request's commits come to another branch, and who does it when. */
export interface Merging {
  readonly method: string;
  readonly message: string;
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What GitHub asks of the git repository that it keeps. Synchronous, so that a request is never seen half done. */
export interface Bare {
  readonly folder: string;
  /** Takes note of what was pushed, and says which branches moved; null: no commit. */
  look(): Moved[];
  /** The commit of a branch. */
  tip(branch: string): string | null;
  /** Whether there is such a commit. */
  has(commit: string): boolean;
  /** Commits that `to` has and `from` has not, newest first; each a branch or a commit. */
  between(from: string, to: string): string[];
  /** The commit that merges one into another, each a branch or a commit; null where they conflict. */
  merged(into: string, commit: string, how: Merging): string | null;
  /** Sets a branch to a commit, or deletes it. */
  set(branch: string, commit: string | null): void;
  /** Whether they could be merged. */
  mergeable(into: string, commit: string): boolean;
  /** What a branch changes, as one word: the same again after a merge that changes nothing of it. */
  patch(base: string, head: string): string;
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
  const git = (
    args: readonly string[],
    { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
  ): { code: number; out: string } => {
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env }, input } as const;
    const { status, stdout } = spawnSync('git', [...args], options);
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
  return {
    folder,
    look,
    tip: (branch) => tips.get(branch) ?? null,
    has: (commit) => once(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`]) !== '',
    between: (from, to) =>
      once(['rev-list', `${sha(from)}..${sha(to)}`], histories)
        .split('\n')
        .filter(Boolean),
    mergeable: (into, commit) => tree(into, commit) !== null,
    merged(into, commit, how) {
      const merged = tree(into, commit);
      if (merged === null) return null;
      const base = sha(into);
      if (how.method === 'rebase') return rebased(base, commit, how);
      const parents = how.method === 'merge' ? [base, commit] : [base];
      return committed(merged, parents, how, { ...by(how.author), GIT_AUTHOR_DATE: dateOf(how) });
    },
    set(branch, commit) {
      git(
        ['update-ref', ...(commit === null ? ['-d'] : []), `refs/heads/${branch}`, commit ?? ''].filter(
          Boolean,
        ),
      );
    },
    patch: (base, head) =>
      git(['patch-id', '--stable'], { input: `${once(['diff', `${sha(base)}...${sha(head)}`])}\n` }).out,
  };

  /** A commit that GitHub makes: it is the committer, at the time that it does so. */
  function committed(
    of: string,
    parents: readonly string[],
    how: Merging,
    author: Record<string, string>,
  ): string {
    const env = {
      GIT_COMMITTER_NAME: 'GitHub',
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
      GIT_COMMITTER_DATE: dateOf(how),
      ...author,
    };
    const chain = parents.flatMap((parent) => ['-p', parent]);
    return git(['commit-tree', of, ...chain], { env, input: how.message }).out;
  }

  /** Each commit again on top of the base, by whoever made it; one that changes nothing there is left out. */
  function rebased(base: string, head: string, how: Merging): string | null {
    let parent = base;
    for (const commit of lines(['rev-list', '--reverse', '--no-merges', `${base}..${head}`])) {
      // As if what is there had been made on what the commit was: so its parent is what both are compared with.
      const beside = committed(`${parent}^{tree}`, [`${commit}^`], how, {});
      const { code, out } = git(['merge-tree', '--write-tree', beside, commit]);
      if (code !== 0) return null;
      if (out === once(['rev-parse', `${parent}^{tree}`])) continue;
      const [name = '', email = '', date = ''] = lines([
        'log',
        '-1',
        '--format=%an%n%ae%n%ad',
        '--date=raw',
        commit,
      ]);
      const author = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: `@${date}` };
      const message = git(['log', '-1', '--format=%B', commit]).out;
      parent = committed(out, [parent], { ...how, message }, author);
    }
    return parent;
  }
}

const dateOf = ({ at }: Merging): string => `@${Math.floor(at / 1000)} +0000`;

const by = (user: string): Record<string, string> => ({
  GIT_AUTHOR_NAME: user,
  GIT_AUTHOR_EMAIL: `${user}@users.noreply.github.com`,
});

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
