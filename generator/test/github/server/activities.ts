import type { Handler, Handlers } from './handlers.ts';
import type { Activity } from './world.ts';

const list: Handler = ({ world, query }) => {
  const { ref, activity_type: kind, direction = 'desc' } = query as Record<string, string>;
  const found = world.activities.filter(
    (activity) =>
      (ref === undefined || ref.replace('refs/heads/', '') === activity.branch) &&
      (kind === undefined || kind === activity.kind),
  );
  return { status: 200, body: (direction === 'asc' ? found : found.toReversed()).map(shown) };
};

const shown = ({ id, branch, before, after, at, kind }: Activity): object => ({
  id,
  node_id: `ACT_${id}`,
  before: before ?? '0'.repeat(40),
  after: after ?? '0'.repeat(40),
  ref: `refs/heads/${branch}`,
  // GitHub gives whole seconds.
  timestamp: `${new Date(at).toISOString().slice(0, 19)}Z`,
  activity_type: kind,
  actor: null,
});

export const activities: Handlers = { 'repos/list-activities': list };
