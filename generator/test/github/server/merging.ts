import { noteMoves } from './moves.ts';
import { refusedMethod } from './protection.ts';
import { type ActivityKind, type Pull, Refusal, timeText, type World } from './world.ts';

/** Makes the commit that merges a pull request into a branch, or into what the branch will be. */
export function mergeCommit(all: World, pull: Pull, onto: string, method: string): string {
  const isMerge = method === 'merge';
  const { owner } = all.rules;
  const message = isMerge
    ? `Merge pull request #${pull.number} from ${owner}/${pull.head}\n\n${pull.title}`
    : `${pull.title} (#${pull.number})`;
  const author = isMerge ? (pull.autoMergeBy ?? pull.author) : pull.author;
  const result = all.git.merged(onto, pull.sha, { method, message, author, at: all.now() });
  if (result === null) throw new Refusal(405, 'Pull Request is not mergeable');
  return result;
}

export function merge(all: World, pull: Pull, method: string): string {
  const refused = refusedMethod(all, method);
  if (refused !== null) throw new Refusal(405, refused);
  const result = mergeCommit(all, pull, pull.base, method);
  bring(all, pull, result, 'pr_merge');
  return result;
}

/** Sets the base of a pull request to the commit that has it. */
export function bring(all: World, pull: Pull, result: string, how: ActivityKind): void {
  const commits = all.git.between(pull.base, pull.sha);
  all.git.set(pull.base, result);
  noteMoves(all, how);
  pull.commits = [...commits, result];
  pull.state = 'closed';
  pull.mergedAt = timeText(all);
  pull.mergeCommit = result;
}
