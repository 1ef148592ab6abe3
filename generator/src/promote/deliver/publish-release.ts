import { commitsOf, type Pinned } from '../../definition/release.ts';
import type { Published, Workspace } from '../../forge/workspace.ts';
import { UsageError } from '../../problem/errors.ts';
import { pinTag } from '../../running/pinned-source.ts';
import { releaseFile } from '../../tree/paths.ts';
import { newlyPinned } from '../newly-pinned.ts';
import { releaseText } from '../plan/next-release.ts';
import type { Tools } from '../tools.ts';
import { treesOf } from '../trees-of.ts';
import type { Proposal } from './proposal.ts';

/** Commits a release with the tree that follows from it, and pushes it with tags that keep its pins alive. */
export async function publishRelease(
  { target, draft }: Pick<Proposal, 'target' | 'draft'>,
  next: Pinned,
  workspace: Workspace,
  tools: Tools,
): Promise<{ commit: string; published: Published }> {
  const { name } = target;
  await refuseUngenerated(next, target, tools);
  workspace.write(releaseFile(name), releaseText(next));
  await workspace.generate();
  const commit = workspace.commit(draft.head, draft.title);
  const tags = Object.fromEntries(commitsOf(next).map((pin) => [pinTag(name, pin), pin]));
  return { commit, published: tools.publish(draft.head, commit, tags) };
}

/** A hotfix is what its own generator makes of its definitions, as everything else that runs. */
async function refuseUngenerated(next: Pinned, target: Proposal['target'], tools: Tools): Promise<void> {
  const trees = await treesOf(newlyPinned(next, target, tools.history), tools);
  const wrong = trees.filter(({ kind }) => kind !== 'equal');
  if (wrong.length === 0) return;
  const lines = wrong.map(({ commit, kind, detail }) =>
    kind === 'failed'
      ? `${commit.slice(0, 12)} cannot be generated: ${detail}`
      : `the tree of ${commit.slice(0, 12)} is not what its definitions generate: ${detail}`,
  );
  throw new UsageError(
    `${lines.join('\n')}\nnpm run hotfix -- ${target.name} generates and pins what is on its branch`,
  );
}
