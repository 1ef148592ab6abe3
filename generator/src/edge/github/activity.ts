import type { BranchMove } from '../../forge/forge.ts';
import type { GitHub } from './client.ts';
import { isDenied } from './github-failure.ts';

/** As GitHub lists what happened to a branch. */
interface Activity {
  readonly before: string;
  readonly after: string;
  readonly timestamp: string;
}

/** An older Enterprise server has no such list, and not every token may read it: then nobody knows. */
export async function branchMoves(
  { octokit, owner, repo }: GitHub,
  branch: string,
  since: number,
): Promise<readonly BranchMove[] | null> {
  const filter = { owner, repo, ref: `refs/heads/${branch}`, direction: 'desc', per_page: 100 } as const;
  try {
    const all = await octokit.paginate(octokit.rest.repos.listActivities, filter, ({ data }, done) => {
      const moves = data.map(moveOf);
      if (moves.some(({ at }) => at < since)) done();
      return moves;
    });
    const old = all.findIndex(({ at }) => at < since);
    return old < 0 ? all : all.slice(0, old + 1);
  } catch (error) {
    if (isDenied(error)) return null;
    throw error;
  }
}

const moveOf = ({ before, after, timestamp }: Activity): BranchMove => ({
  at: Math.floor(Date.parse(timestamp) / 1000),
  before: commitOrNull(before),
  commit: commitOrNull(after),
});

/** Git's way to say that there is none. */
const commitOrNull = (id: string): string | null => (/^0+$/.test(id) ? null : id);
