import { settle } from './settle.ts';
import { type CheckRun, pullNumbered, Refusal, type World } from './world.ts';

/** What people and their checks do on GitHub's pages. */
export interface People {
  approve(pullRequest: number, reviewer: string): void;
  /** Ends a check run, or begins it: null. */
  check(commit: string, name: string, conclusion: CheckRun['conclusion']): void;
  /** "Update branch": brings the base into the head branch. @returns its new tip */
  updateBranch(pullRequest: number, method: 'merge' | 'rebase', by?: string): string;
}

export const peopleOf = (world: World): People => ({
  approve(number, reviewer) {
    const pull = pullNumbered(world, number);
    if (reviewer === pull.author) throw new Refusal(422, 'Can not approve your own pull request');
    pull.approvals.add(reviewer);
    settle(world);
  },
  check(sha, name, conclusion) {
    world.checkRuns.push({ sha, name, conclusion });
    settle(world);
  },
  updateBranch(number, method, author = 'alice') {
    const pull = pullNumbered(world, number);
    const base = world.git.tip(pull.base) ?? '';
    const message = `Merge branch '${pull.base}' into ${pull.head}`;
    const how = { method, message, author, at: world.now() };
    const made =
      method === 'merge' ? world.git.merged(pull.sha, base, how) : world.git.merged(base, pull.sha, how);
    if (made === null) throw new Refusal(422, 'merge conflict between base and head');
    world.git.set(pull.head, made);
    return made;
  },
});
