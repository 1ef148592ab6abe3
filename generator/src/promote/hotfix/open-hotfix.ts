import { UsageError } from '../../problem/errors.ts';
import { hotfixBranch } from '../../running/pinned-source.ts';
import type { Moment } from '../history.ts';
import { commitsIn } from '../plan/identity.ts';
import type { Hotfix } from './hotfix-branch.ts';

/**
 * The hotfix that is meant: the one of that name, or the only one that somebody works on in this clone. Null where there is none. What
 * was pinned once, and not changed since, is over.
 */
export function openHotfix(
  { environment, name }: { readonly environment: string; readonly name: string | null },
  hotfixes: readonly Hotfix[],
  moments: readonly Moment[],
): Hotfix | null {
  const pinned = new Set(commitsIn(moments));
  const isOver = ({ isDirty, tip, base }: Hotfix): boolean => !isDirty && tip !== base && pinned.has(tip);
  if (name !== null) {
    const branch = hotfixBranch(environment, name);
    const named = hotfixes.find((hotfix) => hotfix.branch === branch) ?? null;
    if (named !== null && isOver(named))
      throw new UsageError(`${environment} has run ${branch} already: choose another --name`);
    return named;
  }
  const open = hotfixes.filter((hotfix) => hotfix.isLocal && !isOver(hotfix));
  if (open.length > 1) {
    const list = open.map(({ branch, folder }) => `  ${branch}${folder === null ? '' : ` in ${folder}`}`);
    const names = 'which of them? --name says it, and a new one begins another';
    throw new UsageError([`${environment} has ${open.length} open hotfixes:`, ...list, names].join('\n'));
  }
  return open[0] ?? null;
}
