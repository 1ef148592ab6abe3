import { bring, mergeCommit } from './merging.ts';
import { protectionOf, verdictOf } from './protection.ts';
import type { Pull, QueueEntry, World } from './world.ts';

/**
 * Puts a pull request behind what waits already: on a branch of its own, a commit of how the base would then be. Checks
 * run there, as those of any other commit.
 */
export function enqueue(all: World, pull: Pull): void {
  const method = protectionOf(all, pull.base)?.queue ?? 'merge';
  const onto =
    all.queue.findLast((entry) => entry.pull.base === pull.base)?.commit ?? all.git.tip(pull.base) ?? '';
  const commit = mergeCommit(all, pull, onto, method);
  const branch = `gh-readonly-queue/${pull.base}/pr-${pull.number}-${onto}`;
  all.git.set(branch, commit);
  all.queue.push({ pull, branch, commit, onto });
  pull.autoMerge = null;
}

export function dequeue(all: World, pull: Pull): void {
  const at = all.queue.findIndex((entry) => entry.pull === pull);
  if (at < 0) return;
  // What waits behind it was built on it, and is built anew.
  const later = all.queue.splice(at);
  for (const { branch } of later) all.git.set(branch, null);
  for (const entry of later.slice(1)) enqueue(all, entry.pull);
}

export const isQueued = ({ queue }: World, pull: Pull): boolean => queue.some((entry) => entry.pull === pull);

/** Merges what has passed, from the front; takes out what has failed, was closed or has changed. */
export function settleQueue(all: World): void {
  for (let entry = all.queue[0]; entry !== undefined; entry = all.queue[0]) {
    const state = stateOf(all, entry);
    if (state === 'waits') return;
    if (state === 'passed') {
      all.queue.shift();
      bring(all, entry.pull, entry.commit, 'merge_queue_merge');
      all.git.set(entry.branch, null);
    } else {
      dequeue(all, entry.pull);
      if (state === 'outdated') enqueue(all, entry.pull);
    }
  }
}

function stateOf(all: World, { pull, commit, onto }: QueueEntry): 'waits' | 'passed' | 'failed' | 'outdated' {
  const sha = all.git.tip(pull.head);
  if (pull.state === 'closed' || sha !== pull.sha || !all.git.between(onto, commit).length) return 'failed';
  if (all.git.tip(pull.base) !== onto) return all.git.mergeable(pull.base, pull.sha) ? 'outdated' : 'failed';
  const checks = protectionOf(all, pull.base)?.checks ?? [];
  const verdicts = checks.map((check) => verdictOf(all, commit, check));
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.includes('expected') ? 'waits' : 'passed';
}
