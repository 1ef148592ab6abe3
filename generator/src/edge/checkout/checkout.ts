import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Workspace } from '../../forge/workspace.ts';
import { git } from '../git/git.ts';
import { idOf } from '../git/git-names.ts';
import { type Clone, tipOf } from './clone.ts';
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

/** Checks a commit out beside everything else. */
export function checkout(clone: Clone, commit: string, generate = generateIn): Workspace {
  git(clone.top, ['worktree', 'prune']);
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'gitops-promote-'))), 'tree');
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
    commit: (branch, message) => commitIn(folder, root, commit, tipOf(clone, branch), message),
    isClean: () => stagedTree(folder, root) === idOf(folder, `${commit}^{tree}`),
    close() {
      rmSync(dirname(folder), { recursive: true, force: true });
      git(clone.top, ['worktree', 'prune']);
    },
  };
}

function commitIn(folder: string, root: string, base: string, tip: string | null, message: string): string {
  const tree = stagedTree(folder, root);
  if (tree === idOf(folder, `${base}^{tree}`)) return base;
  if (tip !== null && idOf(folder, `${tip}^{tree}`) === tree && idOf(folder, `${tip}^`) === base) return tip;
  return commitTree(folder, tree, base, message);
}

/** The tree as it lies there, as far as a promotion may change it. */
function stagedTree(folder: string, root: string): string {
  const hint = 'is there room on the disk?';
  const isKnown = (path: string): boolean =>
    git(root, ['ls-files', '-z', '--cached', '--others', '--', path]) !== '';
  const paths = ['environments', 'schemas'].filter(isKnown);
  if (paths.length > 0) git(root, ['add', '--all', '--', ...paths], { config, hint });
  return git(folder, ['write-tree'], { hint }).trim();
}
