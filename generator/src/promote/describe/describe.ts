import type { MergedPullRequest } from '../../forge/forge.ts';
import type { History } from '../history.ts';
import { releaseText } from '../plan/next-release.ts';
import type { PromotionPlan } from '../plan/promotion-plan.ts';
import type { Tools } from '../tools.ts';
import type { Described, MoveFacts } from './facts.ts';

/** Commits of which it is asked which pull requests brought them: a forge answers one at a time. */
const asked = 20;

/** A plan with what git and the forge know of each of its moves. */
export async function describe(plan: PromotionPlan, { history, forge }: Tools): Promise<Described> {
  const facts = factsOf(plan, history);
  const moves: MoveFacts[] = [];
  for (const move of plan.moves) {
    const { changes, diff } = facts.get(move.app) ?? { changes: [], diff: '' };
    const commits = changes.slice(0, asked).map(({ commit }) => commit);
    moves.push({ move, changes, diff, pullRequests: await pullRequestsOf(commits, forge) });
  }
  return { plan, moves, release: plan.next && releaseText(plan.next) };
}

/** What came between, of the apps that ran before and run after, by app. */
function factsOf(
  { environment, moves }: PromotionPlan,
  history: History,
): Map<string, Pick<MoveFacts, 'changes' | 'diff'>> {
  const ranges = moves.flatMap(({ app, from, to, back }) =>
    from && to ? [{ app, from: from.commit, to: to.commit, back }] : [],
  );
  const forwards = ranges.map(({ app, from, to, back }) =>
    // Of a move backwards, the commits are those that it takes away.
    back ? { app, from: to, to: from } : { app, from, to },
  );
  const changes = history.changes(environment, forwards);
  const diffs = history.diffs(environment, ranges);
  return new Map(ranges.map(({ app }, i) => [app, { changes: changes[i] ?? [], diff: diffs[i] ?? '' }]));
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
