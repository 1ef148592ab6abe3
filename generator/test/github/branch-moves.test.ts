import { expect, test } from 'vitest';
import { bareRepository, draft, forgeOn, git, github } from './fixture.ts';

/** A repository whose GitHub has a clock that stands until a test sets it. */
async function underWatch() {
  const repository = bareRepository(['promote/prod', 'promote/dev']);
  let at = 1_000_000;
  const server = await github({ repository, now: () => at * 1000 + 700 });
  const moveTo = async (time: number, ...command: readonly string[]) => {
    at = time;
    git(repository, 'update-ref', ...command);
    await fetch(server.apiUrl);
  };
  const idOf = (name: string): string => git(repository, 'rev-parse', name);
  return { server, forge: forgeOn(server), moveTo, idOf, setClock: (time: number) => (at = time) };
}

test('branchMoves tells when GitHub got a commit, not when somebody says to have made it', async () => {
  const { forge, moveTo, idOf, setClock } = await underWatch();
  const [first, second] = [idOf('main'), idOf('promote/dev')];
  expect(await forge.branchMoves('main', 0)).toEqual([]);
  await moveTo(1_000_100, 'refs/heads/main', second);
  await moveTo(1_000_200, 'refs/heads/main', first);
  await moveTo(1_000_300, 'refs/heads/other', first);
  await moveTo(1_000_400, '-d', 'refs/heads/other');
  setClock(1_000_500);
  await forge.savePullRequest(draft);
  await forge.mergeWhenReady(1, 'squash');
  const merged = idOf('main');
  expect(await forge.branchMoves('main', 0)).toEqual([
    { at: 1_000_500, before: first, commit: merged },
    { at: 1_000_200, before: second, commit: first },
    { at: 1_000_100, before: first, commit: second },
  ]);
  expect(await forge.branchMoves('other', 0)).toEqual([
    { at: 1_000_400, before: first, commit: null },
    { at: 1_000_300, before: null, commit: first },
  ]);
});

test('branchMoves reads as many pages as the time needs, and the last move before it', async () => {
  const { server, forge, moveTo, idOf } = await underWatch();
  const [first, second] = [idOf('main'), idOf('promote/dev')];
  for (let i = 1; i <= 150; i++) await moveTo(1_000_000 + i, 'refs/heads/main', i % 2 ? second : first);
  const asked = async (since: number) => {
    const before = server.calls.filter((call) => call.includes('/activity')).length;
    const moves = (await forge.branchMoves('main', since)) ?? [];
    const calls = server.calls.filter((call) => call.includes('/activity')).length - before;
    return { moves: moves.length, last: moves.at(-1)?.at, calls };
  };
  expect(await asked(0)).toEqual({ moves: 150, last: 1_000_001, calls: 2 });
  expect(await asked(1_000_149)).toEqual({ moves: 3, last: 1_000_148, calls: 1 });
  expect(await asked(2_000_000)).toEqual({ moves: 1, last: 1_000_150, calls: 1 });
});

test.each([403, 404])('branchMoves does not know where GitHub does not tell (%d)', async (status) => {
  const { server, forge } = await underWatch();
  server.failAt(server.calls.length + 1, {
    status,
    headers: {},
    body: { message: 'Resource not accessible by integration' },
  });
  expect(await forge.branchMoves('main', 0)).toBeNull();
});

test('a limit is no answer: branchMoves fails and says so', async () => {
  const { server, forge } = await underWatch();
  server.failAt(server.calls.length + 1, {
    status: 403,
    headers: {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 7200),
    },
    body: { message: 'API rate limit exceeded for installation ID 1.' },
  });
  await expect(forge.branchMoves('main', 0)).rejects.toMatchObject({ name: 'ExternalError', retry: true });
});
