import { enqueue, settleQueue } from './merge-queue.ts';
import { merge } from './merging.ts';
import { mergeState, protectionOf } from './protection.ts';
import type { World } from './world.ts';

/** Merges, or puts into the queue, what was only waiting for its requirements; and what the queue has seen pass. */
export function settle(all: World): void {
  for (const pull of all.pulls) {
    if (pull.autoMerge === null || !['clean', 'unstable'].includes(mergeState(all, pull))) continue;
    if (protectionOf(all, pull.base)?.queue) enqueue(all, pull);
    else merge(all, pull, pull.autoMerge);
  }
  settleQueue(all);
}
