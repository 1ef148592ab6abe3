import { expect, test } from 'vitest';
import { ask, bareRepository, draft, forgeOn, git, github } from './fixture.ts';
import { protect } from './server/protection.ts';

const passed = { context: 'gate', state: 'success', description: '' } as const;
const heads = ['promote/dev', 'promote/prod'];

/** A main branch with a merge queue, and two pull requests to it. */
async function queued(options: { autoMerge?: boolean } = {}) {
  const protections = [protect('main', { checks: ['gate'], queue: 'squash' })];
  const server = await github({ repository: bareRepository(heads), protections, ...options });
  const forge = forgeOn(server);
  const [dev, prod] = [
    await forge.savePullRequest({ ...draft, head: 'promote/dev' }),
    await forge.savePullRequest({ ...draft, head: 'promote/prod' }),
  ];
  const { world } = server;
  const files = () => git(world.git.folder, 'ls-tree', '--name-only', 'main').split('\n').slice(2);
  return { server, forge, world, dev, prod, files };
}

test('a pull request that is to merge by itself waits for its checks, and for those of the queue', async () => {
  const { forge, world, dev, files } = await queued();
  await forge.mergeWhenReady(1, 'merge');
  await forge.mergeWhenReady(1, 'merge');
  expect(world.queue).toEqual([]);
  await forge.saveStatus(dev.commit, passed);
  expect(world.queue.map(({ pull }) => pull.number)).toEqual([1]);
  await forge.mergeWhenReady(1, 'merge');
  expect(world.pulls[0]?.mergedAt).toBeNull();
  await forge.saveStatus(world.queue[0]?.commit ?? '', passed);
  expect(world.pulls[0]?.mergedAt).not.toBeNull();
  expect(files()).toEqual(['promote-dev']);
  // By the queue's method, and nothing of the queue is left.
  expect(git(world.git.folder, 'rev-list', '--count', '--merges', 'main')).toBe('0');
  expect(git(world.git.folder, 'for-each-ref', 'refs/heads/gh-readonly-queue')).toBe('');
  expect((await forge.branchMoves('main', 0))?.length).toBe(1);
});

test.each([[true], [false]])(
  'one that may be merged goes into the queue at once (automatic merging allowed: %s), and nowhere else',
  async (autoMerge) => {
    const { server, forge, world, dev, prod, files } = await queued({ autoMerge });
    for (const { commit, number } of [dev, prod]) {
      await forge.saveStatus(commit, passed);
      await forge.mergeWhenReady(number, 'squash');
      await forge.mergeWhenReady(number, 'squash');
    }
    expect(world.queue.map(({ pull }) => pull.number)).toEqual([1, 2]);
    const direct = await ask(server, 'PUT', '/repos/acme/platform/pulls/1/merge', {});
    expect([direct.status, direct.body]).toMatchObject([
      405,
      { message: expect.stringContaining('merge queue') },
    ]);
    for (const { commit } of [...world.queue].reverse()) await forge.saveStatus(commit, passed);
    expect(files()).toEqual(['promote-dev', 'promote-prod']);
  },
);

test('one that fails in the queue is taken out, and what waits behind it is built anew', async () => {
  const { forge, world, dev, prod, files } = await queued();
  for (const { commit, number } of [dev, prod]) {
    await forge.saveStatus(commit, passed);
    await forge.mergeWhenReady(number, 'squash');
  }
  const [first, second] = world.queue.map(({ commit }) => commit);
  await forge.saveStatus(first ?? '', { ...passed, state: 'failure' });
  expect(world.queue).toMatchObject([{ pull: { number: 2 } }]);
  expect(world.queue[0]?.commit).not.toBe(second);
  await forge.saveStatus(world.queue[0]?.commit ?? '', passed);
  expect(files()).toEqual(['promote-prod']);
  expect(world.pulls[0]?.state).toBe('open');
});

test('without automatic merging, one that may not be merged yet is left to a later run', async () => {
  const { forge, world, dev } = await queued({ autoMerge: false });
  await forge.mergeWhenReady(1, 'squash');
  expect(world.queue).toEqual([]);
  await forge.saveStatus(dev.commit, passed);
  await forge.mergeWhenReady(1, 'squash');
  expect(world.queue).toHaveLength(1);
});

test('mergeByHand takes it out of the queue', async () => {
  const { forge, world, dev } = await queued();
  await forge.saveStatus(dev.commit, passed);
  await forge.mergeWhenReady(1, 'squash');
  await forge.mergeByHand(1);
  await forge.mergeByHand(1);
  expect(world.queue).toEqual([]);
});
