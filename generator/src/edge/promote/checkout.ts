import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Workspace } from '../../promote/workspace.ts';
import { git, idOf, mustGit } from '../git.ts';
import { type Clone, tipOf } from './clone.ts';
import { generateIn } from './generate-in.ts';

/** Last line of every commit of ours: a branch whose tip lacks it is somebody else's work. */
export const trailer = 'Made-by: npm run promote';

/** Checks a commit out beside everything else. */
export function checkout(clone: Clone, commit: string, generate = generateIn): Workspace {
  git(clone.top, ['worktree', 'prune']);
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'gitops-promote-'))), 'tree');
  mustGit(
    clone.top,
    ['worktree', 'add', '--quiet', '--detach', folder, commit],
    'is there room on the disk?',
  );
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
      git(clone.top, ['worktree', 'remove', '--force', folder]);
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  };
}

function commitIn(folder: string, root: string, base: string, tip: string | null, message: string): string {
  const tree = stagedTree(folder, root);
  if (tree === idOf(folder, `${base}^{tree}`)) return base;
  if (tip !== null && idOf(folder, `${tip}^{tree}`) === tree && idOf(folder, `${tip}^`) === base) return tip;
  const author = process.env.PROMOTE_AUTHOR;
  const by = author ? [`--author=${author}`] : [];
  const args = ['commit', '--quiet', ...by, '--trailer', trailer, '-m', message];
  mustGit(folder, args, "who commits is git's own to say: git config user.name, user.email, commit.gpgSign");
  return mustGit(folder, ['rev-parse', 'HEAD'], 'is the repository whole?').trim();
}

/** The tree as it lies there, as far as a promotion may change it. */
function stagedTree(folder: string, root: string): string {
  for (const path of ['environments', 'schemas']) git(root, ['add', '--all', '--', path]);
  return mustGit(folder, ['write-tree'], 'is there room on the disk?').trim();
}
