import { commitsOf, type PinnedCommits } from '../definition/release.ts';
import type { History } from './history.ts';
import { commitsIn } from './plan/identity.ts';
import type { PromotionTarget } from './plan/request.ts';

/**
 * Commits of a release that nobody has looked at yet: never the main branch, and never run here or upstream, where they
 * would have been merged. What a run chooses by itself upstream ran, so of that nothing is new.
 */
export function newlyPinned(
  next: PinnedCommits,
  { name, upstream }: Pick<PromotionTarget, 'name' | 'upstream'>,
  history: History,
): string[] {
  const merged = [name, ...(upstream === null ? [] : [upstream])].flatMap((environment) =>
    history.moments(environment),
  );
  const known = new Set(commitsIn(merged));
  return commitsOf(next).filter((commit) => !known.has(commit) && !history.wasTip(commit));
}
