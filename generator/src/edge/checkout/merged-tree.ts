import { git } from '../git/git.ts';

/** The tree of a merge; null where they conflict, or git is older than 2.38 and cannot tell. */
export function mergedTree(folder: string, into: string, commit: string): string | null {
  const args = ['merge-tree', '--write-tree', into, commit];
  return git(folder, args, { accepted: [1, 129] }).match(/^[0-9a-f]{40,64}(?=\n$)/)?.[0] ?? null;
}
