import { commitsOf } from '../definition/release.ts';
import { inCheckout } from '../forge/workspace.ts';
import { ProblemsError, UsageError } from '../problem/errors.ts';
import type { Problem } from '../problem/problem.ts';
import { hotfixBranch, pinTag } from '../running/pinned-source.ts';
import { pinnedRelease } from './plan/pinned-release.ts';
import type { PromotionPlan } from './plan/promotion-plan.ts';
import type { PromotionRequest, PromotionTarget } from './plan/request.ts';
import type { Tools } from './tools.ts';

/** A commit that is a pinned one with today's settings of its environment. */
export interface Copy {
  readonly of: string;
  readonly commit: string;
  readonly branch: string;
}

/**
 * Where settings are requested: for each commit that an environment runs from, one on top of it that has the
 * environment's definition of the main branch, generated with that commit's own generator. Nothing is pushed yet.
 */
export async function copiesFor(
  { settings }: PromotionRequest,
  target: PromotionTarget,
  { checkout, history, read }: Tools,
): Promise<Copy[]> {
  if (!settings) return [];
  const { name } = target;
  const file = `environments/${name}/environment.ts`;
  const text = read(history.head, file) ?? '';
  const copies: Copy[] = [];
  const problems: Problem[] = [];
  for (const of of commitsOf(pinnedRelease(target))) {
    if (read(of, file) === null) throw new UsageError(otherName(name, of));
    const branch = hotfixBranch(name, `settings-${of.slice(0, 12)}`);
    try {
      const commit = await inCheckout(checkout, of, async (workspace) => {
        workspace.write(file, text);
        await workspace.generate();
        const message = `Settings of ${name} as the main branch has them\n\nSettings-from: ${history.head}`;
        return workspace.commit(branch, message);
      });
      copies.push({ of, commit, branch });
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems.map((found) => problemOf(found, name, of)));
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return copies.filter(({ of, commit }) => of !== commit);
}

const otherName = (name: string, commit: string): string =>
  `${name} had another name at ${commit.slice(0, 12)}, where its settings would go; they come with the next promotion`;

/** What stands on main need not be what the generator and the apps of an older commit understand. */
const problemOf = (found: Problem, name: string, commit: string): Problem => ({
  ...found,
  message: `${found.message}, with the generator and the apps of ${commit.slice(0, 12)}, which ${name} runs`,
  hint: `say it so that it holds there, too; or npm run hotfix -- ${name}, and change the settings on its branch`,
});

/** Pushes the commits that a plan pins; they must be there before anything names them. */
export function publishCopies(copies: readonly Copy[], plan: PromotionPlan, tools: Tools): void {
  const pinned = new Set(plan.next === null ? [] : commitsOf(plan.next));
  for (const { commit, branch } of copies.filter((copy) => pinned.has(copy.commit)))
    tools.publish(branch, commit, { [pinTag(plan.environment, commit)]: commit });
}
