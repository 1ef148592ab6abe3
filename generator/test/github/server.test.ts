import { expect, test } from 'vitest';
import { ask, bareRepository, git, github } from './fixture.ts';
import { startGitHub } from './server.ts';

const pulls = '/repos/acme/platform/pulls';
const open = { title: 'Promote', head: 'promote/prod', base: 'main' };

/** What the server must refuse, so that a test of ours that passes there would pass on GitHub. */
const refused: readonly (readonly [string, string, string, unknown, number, RegExp])[] = [
  ['a head branch that does not exist', 'POST', pulls, { ...open, head: 'none' }, 422, /"field":"head"/],
  ['a base branch that does not exist', 'POST', pulls, { ...open, base: 'none' }, 422, /"field":"base"/],
  ['no title', 'POST', pulls, { ...open, title: '' }, 422, /missing_field/],
  ['no commits', 'POST', pulls, { ...open, head: 'main' }, 422, /No commits between main and main/],
  [
    'a second one of a head',
    'POST',
    pulls,
    { ...open, head: 'promote/dev' },
    422,
    /already exists for acme:promote\/dev/,
  ],
  ['a body too long', 'POST', pulls, { ...open, body: 'x'.repeat(65_537) }, 422, /maximum is 65536/],
  [
    'a body that becomes too long',
    'PATCH',
    `${pulls}/1`,
    { body: 'x'.repeat(65_537) },
    422,
    /maximum is 65536/,
  ],
  ['a title too long', 'POST', pulls, { ...open, title: 'x'.repeat(257) }, 422, /maximum is 256/],
  ['a pull request that is not there', 'GET', `${pulls}/9`, undefined, 404, /Not Found/],
  ['another repository', 'GET', '/repos/acme/other/pulls', undefined, 404, /Not Found/],
  [
    'a comment too long',
    'POST',
    '/repos/acme/platform/issues/1/comments',
    { body: 'x'.repeat(65_537) },
    422,
    /65536/,
  ],
  ['an empty comment', 'POST', '/repos/acme/platform/issues/1/comments', { body: ' ' }, 422, /missing_field/],
  [
    'a comment that is gone',
    'PATCH',
    '/repos/acme/platform/issues/comments/7',
    { body: 'x' },
    404,
    /Not Found/,
  ],
  [
    'a label too long',
    'POST',
    '/repos/acme/platform/issues/1/labels',
    { labels: ['x'.repeat(51)] },
    422,
    /maximum is 50/,
  ],
  [
    'an unknown reviewer',
    'POST',
    `${pulls}/1/requested_reviewers`,
    { reviewers: ['nobody'] },
    422,
    /collaborator/,
  ],
  [
    'an unknown team',
    'POST',
    `${pulls}/1/requested_reviewers`,
    { team_reviewers: ['none'] },
    422,
    /collaborator/,
  ],
  [
    'its author as reviewer',
    'POST',
    `${pulls}/1/requested_reviewers`,
    { reviewers: ['promoter'] },
    422,
    /author/,
  ],
  ['a merge of another commit', 'PUT', `${pulls}/1/merge`, { sha: '0'.repeat(40) }, 409, /modified/],
  ['a merge before its checks', 'PUT', `${pulls}/1/merge`, {}, 405, /status check .*gate.* is expected/],
  [
    'a status of no commit',
    'POST',
    `/repos/acme/platform/statuses/${'0'.repeat(40)}`,
    { state: 'success' },
    422,
    /No commit/,
  ],
  [
    'the pull requests of no commit',
    'GET',
    `/repos/acme/platform/commits/${'0'.repeat(40)}/pulls`,
    undefined,
    422,
    /No commit/,
  ],
  ['a path of an app for a token', 'GET', '/repos/acme/platform/installation', undefined, 401, /web token/],
];

test('refuses what GitHub refuses', async () => {
  const repository = bareRepository(['promote/prod', 'promote/dev']);
  const server = await github({ repository, requiredChecks: ['gate'] });
  await ask(server, 'POST', pulls, { ...open, head: 'promote/dev' });
  const found = [];
  for (const [name, method, path, body] of refused) {
    const answer = await ask(server, method, path, body);
    found.push([name, answer.status, JSON.stringify(answer.body)]);
  }
  expect(found).toEqual(
    refused.map(([name, , , , status, words]) => [name, status, expect.stringMatching(words)]),
  );
  expect(server.world.pulls).toHaveLength(1);
  expect(server.world.comments).toEqual([]);
});

test('knows nobody without the token', async () => {
  const server = await github();
  expect((await fetch(`${server.apiUrl}${pulls}`)).status).toBe(401);
  expect((await fetch(`${server.gitUrl}/info/refs?service=git-receive-pack`)).status).toBe(401);
  expect((await ask({ ...server, token: 'ghp_another' }, 'GET', pulls)).status).toBe(401);
});

test.each([
  ['a misspelled field', 'POST', pulls, { ...open, titel: 'x' }, 'must NOT have additional properties'],
  ['a field that is missing', 'POST', pulls, { title: 'x' }, "must have required property 'head'"],
  ['a misspelled parameter', 'GET', `${pulls}?sate=open`, undefined, 'must NOT have additional properties'],
  [
    'a value that is none',
    'GET',
    `${pulls}?state=opened`,
    undefined,
    'must be equal to one of the allowed values',
  ],
  [
    'an operation that was not taken over',
    'GET',
    '/repos/acme/platform/branches',
    undefined,
    'not taken over',
  ],
])('a request that GitHub does not describe fails the test: %s', async (_, method, path, body, words) => {
  const server = await startGitHub({ repository: bareRepository() });
  expect((await ask(server, method, path, body)).status).toBeGreaterThanOrEqual(422);
  await expect(server.close()).rejects.toThrow(words);
});

test('gives lists in pages, with links to the others', async () => {
  const server = await github();
  await ask(server, 'POST', pulls, open);
  const comments = '/repos/acme/platform/issues/1/comments';
  for (let i = 0; i < 5; i++) await ask(server, 'POST', comments, { body: `comment ${i}` });
  const { body, headers } = await ask(server, 'GET', `${comments}?per_page=2&page=2`);
  expect(body).toMatchObject([{ body: 'comment 2' }, { body: 'comment 3' }]);
  const relations = [...(headers.get('link') ?? '').matchAll(/[&?]page=(\d)[^>]*>; rel="(\w+)"/g)];
  expect(relations.map(([, page, relation]) => `${relation} ${page}`)).toEqual([
    'prev 1',
    'first 1',
    'next 3',
    'last 3',
  ]);
});

test('limits writes where it is told to, and says for how long', async () => {
  const server = await github({ writeLimit: 1 });
  expect((await ask(server, 'POST', pulls, open)).status).toBe(201);
  const { status, headers } = await ask(server, 'PATCH', `${pulls}/1`, { title: 'x' });
  expect([status, headers.get('retry-after')]).toEqual([403, '1']);
  expect((await ask(server, 'GET', pulls)).status).toBe(200);
});

test('a branch that is deleted closes its pull request; one that is merged by a push is merged', async () => {
  const repository = bareRepository(['promote/prod', 'promote/dev']);
  const server = await github({ repository });
  for (const head of ['promote/prod', 'promote/dev']) await ask(server, 'POST', pulls, { ...open, head });
  git(repository, 'update-ref', 'refs/heads/main', 'refs/heads/promote/prod');
  git(repository, 'branch', '--delete', '--force', 'promote/dev');
  const state = async (number: number) => (await ask(server, 'GET', `${pulls}/${number}`)).body;
  expect(await state(1)).toMatchObject({ state: 'closed', merged: true });
  expect(await state(2)).toMatchObject({ state: 'closed', merged: false });
});

test('what conflicts cannot be merged', async () => {
  const repository = bareRepository(['promote/prod', 'other']);
  const server = await github({ repository });
  await ask(server, 'POST', pulls, open);
  const blob = git(repository, 'hash-object', '-w', 'HEAD');
  const tree = git(repository, 'rev-parse', 'main^{tree}');
  git(repository, 'read-tree', tree);
  git(repository, 'update-index', '--add', '--cacheinfo', `100644,${blob},promote-prod`);
  const changed = git(
    repository,
    'commit-tree',
    git(repository, 'write-tree'),
    '-p',
    'main',
    '-m',
    'the same file',
  );
  git(repository, 'update-ref', 'refs/heads/main', changed);
  expect((await ask(server, 'GET', `${pulls}/1`)).body).toMatchObject({ mergeable_state: 'dirty' });
  expect((await ask(server, 'PUT', `${pulls}/1/merge`, {})).status).toBe(405);
});
