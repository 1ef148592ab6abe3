import type { Handler, Handlers } from './handlers.ts';
import { isSame } from './protection.ts';
import { checkLength } from './pulls.ts';
import { settle } from './settle.ts';
import { latestStatuses, Refusal } from './world.ts';

const combined: Handler = ({ world, values: [, , ref = ''], query }) => {
  const sha = world.git.tip(ref) ?? ref;
  if (!world.git.has(sha)) throw new Refusal(404, 'Not Found');
  const statuses = latestStatuses(world, sha);
  const failed = statuses.some(({ state }) => ['failure', 'error'].includes(state));
  const passed = statuses.length > 0 && statuses.every(({ state }) => state === 'success');
  const state = failed ? 'failure' : passed ? 'success' : 'pending';
  const [size, page] = [Number(query.per_page ?? 30), Number(query.page ?? 1)];
  const shown = statuses.slice((page - 1) * size, page * size);
  return { status: 200, body: { sha, state, statuses: shown, total_count: statuses.length } };
};

const create: Handler = ({ world, values: [, , sha = ''], body, user }) => {
  const { context = 'default', state = '', description = null } = body as Record<string, string>;
  if (!world.git.has(sha)) throw new Refusal(422, `No commit found for SHA: ${sha}`);
  checkLength('Status', 'description', description ?? '', 140);
  const same = world.statuses.filter((each) => each.sha === sha && isSame(each.context, context));
  if (same.length >= 1000)
    throw new Refusal(422, 'This SHA and context has reached the maximum number of statuses.');
  const status = { id: world.nextId(), sha, context, state, description };
  world.statuses.push(status);
  settle(world);
  return { status: 201, body: { ...status, creator: { login: user } } };
};

export const statuses: Handlers = {
  'repos/get-combined-status-for-ref': combined,
  'repos/create-commit-status': create,
};
