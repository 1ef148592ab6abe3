import type { Pinned } from '../../definition/release.ts';
import { UsageError } from '../../problem/errors.ts';
import { newlyPinned } from '../newly-pinned.ts';
import type { PromotionTarget } from '../plan/request.ts';
import type { Tools } from '../tools.ts';
import { treesOf } from '../trees-of.ts';

/** A hotfix is what its own generator makes of its definitions, as everything else that runs. */
export async function refuseUngenerated(next: Pinned, target: PromotionTarget, tools: Tools): Promise<void> {
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
