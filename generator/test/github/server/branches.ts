import { noteMoves } from './moves.ts';
import { protectionOf } from './protection.ts';
import { settle } from './settle.ts';
import { type Pull, timeText, type World } from './world.ts';

/** What pushes did to the open pull requests since somebody looked last. */
export function refresh(all: World): void {
  noteMoves(all, null);
  const { pulls, git } = all;
  for (const pull of pulls.filter(({ state }) => state === 'open')) {
    const head = git.tip(pull.head);
    const base = git.tip(pull.base);
    if (head === null || base === null) pull.state = 'closed';
    else if (git.between(base, head).length === 0) endWithoutCommits(all, pull, head, base);
    else moveTo(all, pull, head, base);
  }
  settle(all);
}

/** Approvals are of a change, not of the commits that make it. */
function moveTo(all: World, pull: Pull, head: string, base: string): void {
  const isNew = pull.sha !== head && all.git.patch(base, pull.sha) !== all.git.patch(base, head);
  if (isNew && protectionOf(all, pull.base)?.dismissesApprovals) pull.approvals.clear();
  [pull.sha, pull.baseSha] = [head, base];
}

/** Its commits came into the base by a push: merged. The head was set back: nothing is left to merge. */
function endWithoutCommits(all: World, pull: Pull, head: string, base: string): void {
  pull.state = 'closed';
  if (pull.sha !== head || pull.baseSha === base) return;
  pull.mergedAt = timeText(all);
  pull.mergeCommit = head;
}
