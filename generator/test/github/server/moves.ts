import type { ActivityKind, World } from './world.ts';

/** Takes note of where branches are now, and how they came there. */
export function noteMoves(all: World, how: ActivityKind | null): void {
  for (const { branch, before, after } of all.git.look()) {
    const kind = how ?? kindOf(all, before, after);
    all.activities.push({ id: all.nextId(), branch, before, after, at: all.now(), kind });
  }
}

function kindOf({ git }: World, before: string | null, after: string | null): ActivityKind {
  if (before === null) return 'branch_creation';
  if (after === null) return 'branch_deletion';
  return git.between(after, before).length === 0 ? 'push' : 'force_push';
}
