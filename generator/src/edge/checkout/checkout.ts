import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Workspace } from '../../forge/workspace.ts';
import { requestedIn } from '../../promote/deliver/requested.ts';
import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import { newCheckoutFolder, removeAbandoned } from './checkout-folder.ts';
import { type Clone, tipOf } from './clone.ts';
import { type CommitKind, promotionCommits } from './commit-kind.ts';
import { commitTree } from './commit-tree.ts';
import { generateIn } from './generate-in.ts';
import { mergedTree } from './merged-tree.ts';
import { ownership } from './whose-work.ts';

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
  removeAbandoned(clone.top);
  const folder = join(newCheckoutFolder(), 'tree');
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
  if (tip !== null && stands(staged, tip, message, kind)) return tip;
  return commitTree(folder, tree, base, message, kind);
}

/**
 * Whether the commit that a branch has already will do: merging it gives the same, and it was made on the same request.
 * Approvals and checks are not lost to commits of main that have nothing to do with it.
 */
function stands({ folder, base, tree }: Staged, tip: string, message: string, kind: CommitKind): boolean {
  const { isFree, made } = ownership(folder, tip, base, kind);
  if (requestedIn(made ?? '') !== requestedIn(message)) return false;
  if (idOf(folder, `${tip}^{tree}`) === tree && idOf(folder, `${tip}^`) === base) return true;
  return isFree && mergedTree(folder, base, tip) === tree;
}

/** The tree as it lies there, as far as it may change. */
function stagedTree(folder: string, root: string, { paths }: CommitKind): string {
  const hint = 'is there room on the disk?';
  const isKnown = (path: string): boolean =>
    path.startsWith(':') || git(root, ['ls-files', '-z', '--cached', '--others', '--', path]) !== '';
  const known = paths.filter(isKnown);
  // What a commit tells git to ignore is generated all the same; beside that, it is what programs leave behind.
  const force = paths.includes('.') ? [] : ['--force'];
  if (known.length > 0) git(root, ['add', '--all', ...force, '--', ...known], { config, hint });
  return git(folder, ['write-tree'], { hint }).trim();
}
