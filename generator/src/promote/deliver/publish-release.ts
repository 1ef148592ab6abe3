import { commitsOf, type Pinned } from '../../definition/release.ts';
import { inCheckout, type Published, type Workspace } from '../../forge/workspace.ts';
import { UsageError } from '../../problem/errors.ts';
import { pinTag } from '../../running/pinned-source.ts';
import { releaseFile } from '../../tree/paths.ts';
import { releaseText } from '../plan/next-release.ts';
import type { Tools } from '../tools.ts';
import type { Proposal } from './proposal.ts';

/** Commits a release with the tree that follows from it, and pushes it with tags that keep its pins alive. */
export async function publishRelease(
  { target: { name }, draft }: Pick<Proposal, 'target' | 'draft'>,
  next: Pinned,
  workspace: Workspace,
  tools: Tools,
): Promise<{ commit: string; published: Published }> {
  await refuseUngenerated(next, tools);
  workspace.write(releaseFile(name), releaseText(next));
  await workspace.generate();
  const commit = workspace.commit(draft.head, draft.title);
  const tags = Object.fromEntries(commitsOf(next).map((pin) => [pinTag(name, pin), pin]));
  return { commit, published: tools.publish(draft.head, commit, tags) };
}

/** A hotfix is what its own generator makes of its definitions, as everything else that runs. */
async function refuseUngenerated(next: Pinned, { history, checkout }: Tools): Promise<void> {
  for (const commit of commitsOf(next).filter((pin) => history.relation(history.head, pin) === 'apart')) {
    const isClean = await inCheckout(checkout, commit, async (workspace) => {
      await workspace.generate();
      return workspace.isClean();
    });
    if (isClean) continue;
    const what = `the tree of ${commit.slice(0, 12)} is not what its definitions generate`;
    throw new UsageError(`${what}: run npm run generate on its branch, commit, and pin that commit`);
  }
}
