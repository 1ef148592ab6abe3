import type { Release } from '../definition/release.ts';
import type { BranchMove, Forge } from '../forge/forge.ts';

/** How branches moved on a forge, newest first, by branch. What is not in it nobody knows. */
export type BranchMoves = ReadonlyMap<string, readonly BranchMove[]>;

/** No version soaks for longer; what came before counts by its own date. */
const seconds = 90 * 86_400;

/** The moves of the main branch, and of those that environments follow, as far as they matter now. */
export async function branchMovesFor(
  forge: Forge | null,
  mainBranch: string,
  releases: readonly (Release | null)[],
  now: number,
): Promise<BranchMoves> {
  const followed = releases.flatMap((release) => (release?.kind === 'following' ? [release.branch] : []));
  const found = new Map<string, readonly BranchMove[]>();
  if (forge === null) return found;
  for (const branch of new Set([mainBranch, ...followed])) {
    const moves = await forge.branchMoves(branch, now - seconds);
    if (moves !== null) found.set(branch, moves);
  }
  return found;
}
