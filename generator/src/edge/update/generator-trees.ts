import { git } from '../git/git.ts';
import { idsAt } from '../git/git-objects.ts';

/** Every state that a folder has had in the history of a commit, newest first; each once. The path is from the top. */
export function treesIn(root: string, commit: string, path: string): string[] {
  const commits = git(root, ['rev-list', commit, '--', `:(top)${path}`])
    .split('\n')
    .filter((line) => line !== '');
  const trees = idsAt(
    root,
    commits.map((id) => `${id}:${path}`),
  );
  return [...new Set(trees.filter((tree) => tree !== null))];
}

/** Two states merged on top of a third: the tree, or the files that both sides changed. */
export function mergedTree(
  root: string,
  base: string,
  ours: string,
  theirs: string,
): { readonly tree: string } | { readonly conflicts: string[] } {
  const config = ['user.name=update', 'user.email=update@localhost'];
  const commit = (tree: string, ...parents: readonly string[]): string => {
    const args = ['commit-tree', tree, '-m', 'merge', ...parents.flatMap((parent) => ['-p', parent])];
    return git(root, args, { config, hint: 'is there room on the disk?' }).trim();
  };
  const from = commit(base);
  const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages'];
  const hint = 'git 2.38 or newer is needed, for changes of your own in the generator are merged';
  const merged = git(root, [...args, commit(ours, from), commit(theirs, from)], { accepted: [1], hint });
  const [tree = '', ...conflicts] = merged.split('\n').filter((line) => line !== '');
  return conflicts.length === 0 ? { tree } : { conflicts: [...new Set(conflicts)] };
}
