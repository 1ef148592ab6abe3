import type { BranchMove } from '../forge/forge.ts';
import type { TimeSpan } from './commit-times.ts';

/**
 * When the commits of a branch's line of first parents came to the forge, oldest first. A commit came with the move since
 * which the branch has had it without a break. What was there before the first known move came at some time until then;
 * what no move has brought yet came since the last one.
 * @param moves newest first
 * @param reach place of the newest commit of the line that a commit has among its ancestors or is; -1 where it has none,
 *   or is not known here
 * @param now seconds since 1970
 */
export function forgeTimes(
  length: number,
  moves: readonly BranchMove[],
  reach: (commit: string) => number,
  now: number,
): (TimeSpan | undefined)[] {
  const reachOf = (commit: string | null): number => (commit === null ? -1 : reach(commit));
  // The forge may have moved on since this clone was brought up to date.
  const seen = moves.findIndex(({ commit }) => reachOf(commit) === length - 1);
  const known = moves.slice(Math.max(seen, 0));
  const spans: (TimeSpan | undefined)[] = new Array(length).fill(undefined);
  const fill = (from: number, to: number, span: TimeSpan): void => void spans.fill(span, from + 1, to + 1);
  let [reached, last] = [length - 1, now];
  for (const [i, { at, before, commit }] of known.entries()) {
    const time = Math.min(at, last);
    const here = Math.min(reachOf(commit), reached);
    fill(here, reached, i === 0 ? { from: time, until: now } : { from: last, until: last });
    [reached, last] = [here, time];
    if (i < known.length - 1) continue;
    const older = Math.min(reachOf(before), reached);
    fill(older, reached, { from: last, until: last });
    fill(-1, older, { from: 0, until: last });
  }
  return spans;
}
