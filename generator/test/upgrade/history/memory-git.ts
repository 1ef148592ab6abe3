import { createHash } from 'node:crypto';
import type { Branch, Published, Workspace } from '../../../src/forge/workspace.ts';
import { ExternalError } from '../../../src/problem/errors.ts';

export type Texts = ReadonlyMap<string, string>;

interface Commit {
  readonly files: Texts;
  readonly parent: string | null;
  readonly by: 'us' | 'person';
}

/** Commits, branches and checkouts without a disk: a year of them takes a second. */
export class MemoryGit {
  readonly commits = new Map<string, Commit>();
  readonly branches = new Map<string, string>();
  private readonly folders = new Map<string, Map<string, string>>();
  private readonly generates: (files: Texts) => void;

  /** @param generates throws where a tree does not generate */
  constructor(files: Texts, generates: (files: Texts) => void) {
    this.generates = generates;
    this.branches.set('main', this.add({ files, parent: null, by: 'person' }));
  }

  get main(): string {
    return this.branches.get('main') ?? '';
  }

  filesOf(commit: string): Texts {
    const found = this.commits.get(commit);
    if (!found) throw new Error(`there is no commit ${commit}`);
    return found.files;
  }

  /** Texts of a checkout, by the folder that it is in. */
  filesIn(root: string): Texts {
    return this.folders.get(root) ?? this.filesOf(root);
  }

  add(commit: Commit): string {
    const text = JSON.stringify([...commit.files].sort());
    const id = createHash('sha1').update(`${text}${commit.parent}${commit.by}`).digest('hex');
    this.commits.set(id, commit);
    return id;
  }

  /** A commit on top of a branch. */
  commitOn(branch: string, files: Texts, by: Commit['by'] = 'person'): string {
    const commit = this.add({ files, parent: this.branches.get(branch) ?? null, by });
    this.branches.set(branch, commit);
    return commit;
  }

  isAncestor(older: string, newer: string | null): boolean {
    for (let at = newer; at !== null; at = this.commits.get(at)?.parent ?? null)
      if (at === older) return true;
    return false;
  }

  /** Brings what a branch changed to main, line by line. False where both changed the same line. */
  merge(branch: string): boolean {
    const merged = this.merged(this.main, this.branches.get(branch) ?? '');
    if (merged !== null) this.commitOn('main', merged);
    return merged !== null;
  }

  private merged(into: string, tip: string): Texts | null {
    let base: string | null = tip;
    while (base !== null && !this.isAncestor(base, into)) base = this.commits.get(base)?.parent ?? null;
    const [before, ours, theirs] = [base ?? '', into, tip].map((commit) => this.filesOf(commit));
    const merged = new Map<string, string>();
    for (const [path, text] of ours ?? []) {
      const lines = mergedLines(before?.get(path) ?? '', text, theirs?.get(path) ?? '');
      if (lines === null) return null;
      merged.set(path, lines);
    }
    return merged;
  }

  /** Whether what a branch has already comes to the same. */
  private stands(tip: string, files: Texts, base: string): boolean {
    if (this.commits.get(tip)?.by !== 'us') return false;
    const merged = this.merged(base, tip);
    return merged !== null && isSame(merged, files);
  }

  checkout = (commit: string): Workspace => {
    const root = `memory:${this.folders.size}:${commit}`;
    const base = this.filesOf(commit);
    const files = new Map(base);
    this.folders.set(root, files);
    return {
      root,
      base: commit,
      write: (path, text) => void files.set(path, text),
      generate: async () => this.generates(files),
      commit: (branch) => {
        if (isSame(files, base)) return commit;
        const tip = this.branches.get(branch);
        if (tip !== undefined && this.stands(tip, files, commit)) return tip;
        return this.add({ files: new Map(files), parent: commit, by: 'us' });
      },
      changed: () =>
        [...new Set([...files.keys(), ...base.keys()])]
          .filter((path) => files.get(path) !== base.get(path))
          .sort(),
      close: () => void this.folders.delete(root),
    };
  };

  branchesFrom = (prefix: string): Branch[] =>
    [...this.branches]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, commit]) => ({
        name,
        commit,
        isFree: this.commits.get(commit)?.by === 'us' || this.isAncestor(commit, this.main),
      }));

  publish = (branch: string, commit: string, over: readonly string[]): Published => {
    const before = this.branches.get(branch);
    if (before === commit) return { changed: false, remote: 'origin' };
    if (
      before !== undefined &&
      this.commits.get(before)?.by === 'person' &&
      !over.includes(before) &&
      !this.isAncestor(before, commit)
    )
      throw new ExternalError('git', `the branch ${branch} ends in a commit of another author`, 'leave it');
    this.branches.set(branch, commit);
    return { changed: true, remote: 'origin' };
  };

  deleteBranch = ({ name, commit }: Branch): boolean => {
    if (this.branches.get(name) !== commit) return false;
    return this.branches.delete(name);
  };
}

const isSame = (a: Texts, b: Texts): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);

/** Files keep their number of lines here: every change is one within a line. */
function mergedLines(before: string, ours: string, theirs: string): string | null {
  const [old, own, other] = [before, ours, theirs].map((text) => text.split('\n'));
  if (!old || !own || !other || old.length !== own.length || old.length !== other.length) return null;
  const lines: string[] = [];
  for (const [i, line] of old.entries()) {
    if (own[i] !== line && other[i] !== line && own[i] !== other[i]) return null;
    lines.push((own[i] === line ? other[i] : own[i]) ?? '');
  }
  return lines.join('\n');
}
