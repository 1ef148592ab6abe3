import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Forge } from '../../src/forge/forge.ts';
import { ExternalError } from '../../src/problem/errors.ts';
import { draft, forgeOn, github } from './fixture.ts';
import type { Fault } from './server/faults.ts';
import type { GitHubServer } from './server.ts';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

test.each(['secondary rate limit', 'rate limit'] as const)(
  '%s: waits as long as GitHub says, and tells',
  async (fault) => {
    const server = await github();
    const lines: string[] = [];
    const forge = forgeOn(server, { report: (line) => lines.push(line) });
    server.failAt(2, fault);
    expect(await seconds(() => forge.savePullRequest(draft))).toBeGreaterThan(0.9);
    expect(server.world.pulls).toHaveLength(1);
    expect(lines).toEqual([expect.stringMatching(/: rate limit, waiting [12] s \(POST \/repos\/.*\)$/)]);
  },
);

test('a limit on writes is kept by waiting, however often it is met', async () => {
  const server = await github({ writeLimit: 2 });
  await forgeOn(server).savePullRequest(draft);
  await forgeOn(server).saveComment(1, 'plan', 'What it moves.');
  expect(
    server.calls.filter((call) => call.endsWith('secondary rate limit') || call.endsWith(' 403')).length,
  ).toBeGreaterThan(0);
  expect(server.world.pulls).toHaveLength(1);
  expect(server.world.comments).toHaveLength(1);
});

test('does not wait for an hour, but says how long it would be', async () => {
  const server = await github();
  server.failAt(1, {
    status: 429,
    headers: { 'retry-after': '3600' },
    body: { message: 'You have exceeded a secondary rate limit.' },
  });
  const error: unknown = await forgeOn(server, { retries: 3 })
    .openPullRequests('promote/')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ExternalError);
  expect(error).toMatchObject({ retry: true, hint: 'wait 3600 s, then run this again' });
  expect(server.calls).toHaveLength(1);
});

const broken: readonly (readonly [Fault, string, boolean])[] = [
  [500, 'Server Error', true],
  [401, 'Server Error', false],
  [403, 'Server Error', false],
  [404, 'Server Error', false],
  [
    { status: 502, headers: {}, body: '<html>Bad gateway</html>' as never },
    'no answer that GitHub would give',
    true,
  ],
  ['cut before', '', true],
];

test.each(broken)(
  '%j becomes an error that says who, what, why, and whether to try again',
  async (fault, words, retry) => {
    const server = await github();
    server.failAt(1, fault);
    const error: unknown = await forgeOn(server)
      .saveStatus('0'.repeat(40), { context: 'gate', state: 'pending', description: '' })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExternalError);
    const { host } = new URL(server.url);
    expect(error).toMatchObject({ what: host, retry, message: expect.stringContaining(words) });
    expect((error as Error).message).toMatch(`${host}: cannot set the status of commit ${'0'.repeat(40)}: `);
    expect((error as Error).cause).toBeInstanceOf(Error);
  },
);

test('nobody there', async () => {
  const server = await github();
  const error: unknown = await forgeOn(server, { apiUrl: 'http://127.0.0.1:9/api/v3' })
    .openPullRequests('')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ExternalError', what: '127.0.0.1:9', retry: true });
});

describe('as on github.com', () => {
  /** Leads what is meant for github.com to a server here, so that what differs there is tried too. */
  async function githubDotCom(): Promise<{ server: GitHubServer; forge: Forge }> {
    const server = await github({ requiredChecks: ['gate'] });
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      const here = url.endsWith('/graphql') ? `${server.url}/api` : server.apiUrl;
      return fetch(url.replace('https://api.github.com', here), init);
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    return { server, forge: forgeOn(server, { apiUrl: 'https://api.github.com' }) };
  }

  test('writes are a second apart, and reading is not slowed', async () => {
    const { server, forge } = await githubDotCom();
    const save = () => forge.savePullRequest({ ...draft, labels: [], reviewers: [] });
    await save();
    expect(await seconds(() => forge.mergeWhenReady(1, 'merge'))).toBeGreaterThan(0.5);
    expect(server.world.pulls[0]?.autoMerge).toBe('merge');
    const before = server.calls.length;
    await save();
    expect(server.calls.slice(before)).toHaveLength(1);
  });

  test('a cut of GraphQL is a failure like any other', async () => {
    const { server, forge } = await githubDotCom();
    await forge.savePullRequest({ ...draft, labels: [], reviewers: [] });
    server.failAt(server.calls.length + 2, 'cut before');
    await expect(forge.mergeWhenReady(1, 'merge')).rejects.toMatchObject({
      name: 'ExternalError',
      what: 'api.github.com',
      retry: true,
    });
    expect(server.calls.at(-1)).toBe('POST /api/graphql cut before');
  });
});
