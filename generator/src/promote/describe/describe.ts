import type { MergedPullRequest } from '../../forge/forge.ts';
import type { History } from '../history.ts';
import { releaseText } from '../plan/next-release.ts';
import type { Move, PromotionPlan } from '../plan/promotion-plan.ts';
import type { Tools } from '../tools.ts';
import type { Described, MoveFacts } from './facts.ts';

/** Commits of which it is asked which pull requests brought them: a forge answers one at a time. */
const asked = 20;

/** A plan with what git and the forge know of each of its moves. */
export async function describe(plan: PromotionPlan, tools: Tools): Promise<Described> {
  const moves: MoveFacts[] = [];
  for (const move of plan.moves) {
    const { changes, diff } = rangeOf(plan.environment, move, tools.history);
    const commits = changes.slice(0, asked).map(({ commit }) => commit);
    moves.push({ move, changes, diff, pullRequests: await pullRequestsOf(commits, tools.forge) });
  }
  return { plan, moves, release: plan.next && releaseText(plan.next) };
}

/** Of a move backwards, the commits are those that it takes away. */
function rangeOf(
  environment: string,
  { app, from, to, back }: Move,
  history: History,
): Pick<MoveFacts, 'changes' | 'diff'> {
  if (from === null || to === null) return { changes: [], diff: '' };
  const [older, newer] = back ? [to.commit, from.commit] : [from.commit, to.commit];
  return {
    changes: history.changes(environment, app, older, newer),
    diff: history.diff(environment, app, from.commit, to.commit),
  };
}

async function pullRequestsOf(
  commits: readonly string[],
  forge: Tools['forge'],
): Promise<MergedPullRequest[]> {
  if (forge === null) return [];
  const found = new Map<number, MergedPullRequest>();
  for (const commit of commits)
    for (const pullRequest of await forge.pullRequestsOf(commit)) found.set(pullRequest.number, pullRequest);
  return [...found.values()];
}
