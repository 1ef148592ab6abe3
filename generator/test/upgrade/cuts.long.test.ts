import { expect, test } from 'vitest';
import { parseSeen } from '../../src/upgrade/seen/seen-file.ts';
import { git } from '../github/fixture.ts';
import {
  cloneFor,
  copyOfWorld,
  deliver,
  endOf,
  type GitHubWorld,
  githubWorld,
  inTurns,
} from './github-hands.ts';
import { seenOn } from './seen-on.ts';

const old = [{ key: 'db', current: '3.0.0', version: '3.0.1', size: 'patch' }] as const;
/** Two are proposed, one of which merges by itself; the one that is open has lost its reason. */
const wishes = [
  { key: 'api', current: '1.0.0', version: '1.1.0' },
  { key: 'web', current: '2.0.0', version: '2.0.1', size: 'patch', automerge: true },
] as const;
const seen = seenOn({ web: { '2.0.1': '2026-01-01' } });

let past: GitHubWorld | undefined;

/** A GitHub on which the pull request of yesterday is open. */
async function yesterday(): Promise<GitHubWorld> {
  past ??= await withOneOpen();
  return copyOfWorld(past);
}

async function withOneOpen(): Promise<GitHubWorld> {
  const world = await githubWorld();
  const { code, output } = await deliver(world, old, { seen: seenOn({ db: { '3.0.1': '2025-12-30' } }) });
  expect(code, output).toBe(0);
  return world;
}

/** One run that nothing happens to. */
async function wholeRun(): Promise<{ end: object; names: readonly string[] }> {
  const world = await yesterday();
  const { code, output } = await deliver(world, wishes, { seen });
  expect(code, output).toBe(0);
  return { end: endOf(world), names: world.server.calls };
}

test('a run opens, closes and records; the next one finds all of it done and writes nothing', async () => {
  const world = await yesterday();
  await deliver(world, wishes, { seen });
  const { pulls, issues } = world.server.world;
  expect(pulls.map(({ head, state, autoMerge }) => [head, state, autoMerge])).toEqual([
    ['upgrade/db', 'closed', null],
    ['upgrade/api', 'open', null],
    ['upgrade/web', 'open', 'squash'],
  ]);
  expect([...(pulls[0]?.labels ?? [])]).toContain('superseded');
  expect([...(pulls[1]?.labels ?? [])]).toEqual(['upgrade', 'minor']);
  expect(pulls[1]?.body).toMatch(/^<!-- upgrade: images.yaml: api 1\.1\.0 sha256:\w+ -->\nWhy\./);
  expect(issues).toHaveLength(1);
  const branches = git(world.bare, 'for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
  expect(branches).toEqual(['main', 'upgrade-record', 'upgrade/api', 'upgrade/web']);
  expect(parseSeen(git(world.bare, 'show', 'upgrade-record:images.seen.yaml'))).toEqual({
    ...seenOn({ db: { '3.0.1': '2025-12-30' } }),
    ...seen,
  });
  expect(git(world.bare, 'log', '-1', '--format=%B', 'upgrade/api')).toMatch(
    /^Upgrade api to 1\.1\.0\n\n- images\.yaml: api: 1\.0\.0 to 1\.1\.0\n\nSeal: \w{16} \w{8} \w{8}\nMade-by: npm run upgrade$/,
  );
  const before = world.server.calls.length;
  const tips = git(world.bare, 'for-each-ref');
  expect((await deliver(world, wishes, { seen })).code).toBe(0);
  expect(git(world.bare, 'for-each-ref')).toBe(tips);
  const calls = world.server.calls.slice(before);
  expect(
    calls.filter((call) => /^(POST|PATCH|PUT|DELETE)/.test(call) && !call.includes('git-upload-pack')),
  ).toEqual([]);
});

/** Calls of GitHub's API since there were so many, git's left out. */
const apiCalls = ({ server }: GitHubWorld, since: number): string[] =>
  server.calls.slice(since).filter((call) => !call.includes('.git/'));

test('what a run asks of GitHub is counted', async () => {
  const world = await githubWorld();
  const [api, web] = wishes;
  const callsOf = async (...today: Parameters<typeof deliver>[1]): Promise<string[]> => {
    const since = world.server.calls.length;
    await deliver(world, today);
    return apiCalls(world, since).map((call) => call.replace('/repos/acme/platform', ''));
  };
  // What is open and what was closed, before and after.
  const lists = ['GET /pulls 200', 'GET /pulls 200'];
  const board = ['GET /issues 200', 'PATCH /issues/1 200'];
  await callsOf();
  expect(await callsOf()).toEqual([...lists, ...lists, 'GET /issues 200']);
  const opened = (number: number): string[] => [
    'GET /pulls 200',
    'POST /pulls 201',
    `POST /issues/${number}/labels 200`,
    `POST /pulls/${number}/requested_reviewers 201`,
    `PATCH /pulls/${number} 200`,
  ];
  expect(await callsOf(api)).toEqual([...lists, ...opened(2), ...lists, ...board]);
  const inStep = ['GET /pulls 200'];
  // Whether main has a merge queue, and then the wish itself.
  const byItself = ['GET /pulls/3 200', 'POST /api/graphql 200', 'POST /api/graphql 200'];
  expect(await callsOf(api, web)).toEqual([
    ...lists,
    ...inStep,
    ...opened(3),
    ...byItself,
    ...lists,
    ...board,
  ]);
  expect(await callsOf(api, web)).toEqual([...lists, ...inStep, ...inStep, ...lists, 'GET /issues 200']);
});

test('cut off at every call that changes something, before or after it did, and run again: the same end', async () => {
  const { end, names } = await wholeRun();
  const changing = names.flatMap((name, i) =>
    name.startsWith('GET') || name.includes('git-upload-pack') ? [] : [{ name, call: i + 1 }],
  );
  expect(changing.length).toBeGreaterThan(12);
  const cuts = changing.flatMap((change) =>
    (['cut before', 'cut after'] as const).map((fault) => ({ ...change, fault })),
  );
  const tasks = cuts.map(({ name, call, fault }) => async () => {
    const world = await yesterday();
    world.server.failAt(call, fault);
    await deliver(world, wishes, { seen });
    const where = `${fault} call ${call}, ${name}`;
    expect(world.server.calls[call - 1], where).toContain(fault);
    const { code, output } = await deliver(world, wishes, { seen });
    expect([where, code, output]).toEqual([where, 0, '']);
    expect(endOf(world), where).toEqual(end);
  });
  await inTurns(tasks);
});

test('killed at every call, and run again: the same end', async () => {
  const { end, names } = await wholeRun();
  const tasks = names.map((name, i) => async () => {
    const world = await yesterday();
    const root = cloneFor(world);
    await deliver(world, wishes, { seen, root, killAt: i + 1 });
    // In the same clone, with whatever the killed one has left in it.
    const { code, output } = await deliver(world, wishes, { seen, root });
    const where = `killed at call ${i + 1}, ${name}`;
    expect([where, code, output]).toEqual([where, 0, '']);
    expect(endOf(world), where).toEqual(end);
  });
  await inTurns(tasks);
});

test('two at once end as one', async () => {
  const { end } = await wholeRun();
  for (let i = 0; i < 3; i++) {
    const world = await yesterday();
    await Promise.all([deliver(world, wishes, { seen }), deliver(world, wishes, { seen })]);
    // The slower one may find that it lost the race, and says so; what it finds the next time is all done.
    const { code, output } = await deliver(world, wishes, { seen });
    expect([code, output]).toEqual([0, '']);
    expect(endOf(world)).toEqual(end);
  }
});
