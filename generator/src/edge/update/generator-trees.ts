import { ExternalError } from '../../problem/errors.ts';
import { git, idsOf, mustGit } from '../git.ts';
import { run } from '../process.ts';

/** Every state that the folder `generator` has had in the history of a commit, newest first; each once. */
export function treesIn(root: string, commit: string, path: string): string[] {
  const commits = (git(root, ['rev-list', commit, '--', path]) ?? '')
    .split('\n')
    .filter((line) => line !== '');
  const trees = idsOf(
    root,
    commits.map((id) => `${id}:${path}`),
  );
  return [...new Set(trees.filter((tree) => tree !== null))];
}

/** Two states merged on top of a third: the tree, or the files that both sides changed. */
export async function mergedTree(
  root: string,
  base: string,
  ours: string,
  theirs: string,
): Promise<{ readonly tree: string } | { readonly conflicts: string[] }> {
  const commit = (tree: string, ...parents: readonly string[]): string =>
    mustGit(
      root,
      [...identity, 'commit-tree', tree, '-m', 'merge', ...parents.flatMap((parent) => ['-p', parent])],
      'is there room on the disk?',
    ).trim();
  const from = commit(base);
  const args = ['-c', 'core.quotePath=false', 'merge-tree', '--write-tree', '--name-only', '--no-messages'];
  const ended = await run('git', [...args, commit(ours, from), commit(theirs, from)], { cwd: root });
  const [tree = '', ...conflicts] = (ended?.stdout ?? '').split('\n').filter((line) => line !== '');
  if (ended?.code === 0) return { tree };
  if (ended?.code === 1) return { conflicts: [...new Set(conflicts)] };
  const hint = 'git 2.38 or newer is needed, for changes of your own in the generator are merged';
  throw new ExternalError('git', `git merge-tree failed: ${ended?.stderr.trim() ?? 'git is missing'}`, hint);
}

const identity = ['-c', 'user.name=update', '-c', 'user.email=update@localhost'];
