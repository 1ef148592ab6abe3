import { inCheckout } from '../../forge/workspace.ts';
import type { Model } from '../../model/model.ts';
import { ProblemsError } from '../../problem/errors.ts';
import { modelIn } from '../../repository.ts';
import { checkout } from '../checkout/checkout.ts';
import { knownClone, mustTip } from '../checkout/clone.ts';
import { diskRepository } from '../disk-repository.ts';
import { askGit } from '../git/git.ts';

/** What the platform is called, and which branch people merge to, though somebody works in the clone just now. */
export async function mainPlatform(root: string): Promise<Model['platform']> {
  try {
    return (await modelIn(diskRepository(root))).platform;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const clone = knownClone(root);
    const main = askGit(root, ['symbolic-ref', '--quiet', `refs/remotes/${clone.remote}/HEAD`])?.trim();
    if (clone.remote === null || main === undefined) throw error;
    const commit = mustTip(clone, main.slice(`refs/remotes/${clone.remote}/`.length));
    return inCheckout(
      (tip) => checkout(clone, tip),
      commit,
      async (workspace) => (await modelIn(diskRepository(workspace.root))).platform,
    );
  }
}
