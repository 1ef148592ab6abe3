import type { Workspace } from '../../forge/workspace.ts';
import { ExternalError } from '../../problem/errors.ts';
import { checkout } from '../checkout/checkout.ts';
import { knownClone, mustTip } from '../checkout/clone.ts';
import { idOf } from '../git/git-names.ts';

/** Trees of commits, each checked out once, apart from everybody's work. */
export interface CommitTrees {
  /** The last commit of a branch, as the remote has it; without a remote, as it is here. */
  tip(branch: string): string;
  /** Folder of the repository at a commit, by any name that git has for it. */
  at(commit: string): string;
  close(): void;
}

export function commitTrees(root: string): CommitTrees {
  const trees = new Map<string, Workspace>();
  return {
    tip: (branch) => mustTip(knownClone(root), branch),
    at(name) {
      const clone = knownClone(root);
      const commit = idOf(clone.top, `${name}^{commit}`);
      if (commit === null) {
        const hint = 'git fetch brings what the remote has; git log says which commits there are';
        throw new ExternalError('git', `there is no commit ${name} in this clone`, hint);
      }
      const tree = trees.get(commit) ?? checkout(clone, commit);
      trees.set(commit, tree);
      return tree.root;
    },
    close: () => {
      for (const tree of trees.values()) tree.close();
    },
  };
}
