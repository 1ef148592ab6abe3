import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Workspace } from '../../forge/workspace.ts';
import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import { isMadeBy } from './branches.ts';
import { type Clone, tipOf } from './clone.ts';
import { type CommitKind, promotionCommits } from './commit-kind.ts';
import { commitTree } from './commit-tree.ts';
import { generateIn } from './generate-in.ts';

/** Files are what git has, byte by byte, and all of them, whatever the clone around has of its own. */
const config = [
  'core.autocrlf=false',
  'core.eol=lf',
  'core.safecrlf=false',
  'core.sparseCheckout=false',
  'core.excludesFile=/dev/null',
];

interface CheckoutOptions {
  /** What is committed in it. */
  readonly kind?: CommitKind;
  readonly generate?: (root: string) => Promise<void>;
}

/** Checks a commit out beside everything else. */
export function checkout(
  clone: Clone,
  commit: string,
  { kind = promotionCommits, generate = generateIn }: CheckoutOptions = {},
): Workspace {
  git(clone.top, ['worktree', 'prune']);
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'gitops-checkout-'))), 'tree');
  const add = ['worktree', 'add', '--quiet', '--force', '--detach', folder, commit];
  git(clone.top, add, { config, hint: 'is there room on the disk?' });
  const root = join(folder, clone.prefix);
  return {
    root,
    base: commit,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    generate: () => generate(root),
    commit: (branch, message) =>
      commitIn(
        { folder, base: commit, tree: stagedTree(folder, root, kind) },
        tipOf(clone, branch),
        message,
        kind,
      ),
    changed: () => {
      const tree = stagedTree(folder, root, kind);
      return git(folder, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', commit, tree])
        .split('\0')
        .filter((path) => path !== '');
    },
    close() {
      rmSync(dirname(folder), { recursive: true, force: true });
      git(clone.top, ['worktree', 'prune']);
    },
  };
}

interface Staged {
  readonly folder: string;
  readonly base: string;
  readonly tree: string;
}

function commitIn(staged: Staged, tip: string | null, message: string, kind: CommitKind): string {
  const { folder, base, tree } = staged;
  if (tree === idOf(folder, `${base}^{tree}`)) return base;
  if (tip !== null && stands(staged, tip, kind)) return tip;
  return commitTree(folder, tree, base, message, kind);
}

/** Whether the commit that a branch has already will do. */
function stands({ folder, base, tree }: Staged, tip: string, kind: CommitKind): boolean {
  if (idOf(folder, `${tip}^{tree}`) === tree && idOf(folder, `${tip}^`) === base) return true;
  return kind.renewed === 'result' && isMadeBy(folder, tip, kind) && mergedTree(folder, base, tip) === tree;
}

/** The tree of a merge; null where they conflict, or git is older than 2.38 and cannot tell. */
function mergedTree(folder: string, into: string, commit: string): string | null {
  const args = ['merge-tree', '--write-tree', into, commit];
  return git(folder, args, { accepted: [1, 129] }).match(/^[0-9a-f]{40,64}(?=\n$)/)?.[0] ?? null;
}

/** The tree as it lies there, as far as it may change. */
function stagedTree(folder: string, root: string, { paths }: CommitKind): string {
  const hint = 'is there room on the disk?';
  const isKnown = (path: string): boolean =>
    path.startsWith(':') || git(root, ['ls-files', '-z', '--cached', '--others', '--', path]) !== '';
  const known = paths.filter(isKnown);
  if (known.length > 0) git(root, ['add', '--all', '--', ...known], { config, hint });
  return git(folder, ['write-tree'], { hint }).trim();
}
