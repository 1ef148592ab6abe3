import { describe, expect, test } from 'vitest';
import type { ExternalError } from '../../src/problem/errors.ts';
import { write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';
import { ask, bareRepository, commit, draft, forgeOn, github } from './fixture.ts';

const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `promote/app-${i}`);
const failure = (work: Promise<unknown>): Promise<ExternalError> =>
  work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: ExternalError) => error,
  );

describe('savePullRequest', () => {
  test('opens it as it was drafted', async () => {
    const server = await github();
    const saved = await forgeOn(server).savePullRequest(draft);
    expect(saved).toEqual({
      number: 1,
      url: 'https://github.example.org/acme/platform/pull/1',
      state: 'open',
      head: 'promote/prod',
      commit: server.world.git.tip('promote/prod'),
      title: 'Promote prod to 3f2c9d1',
      body: expect.stringMatching(/^What it brings\.\n/),
      labels: ['promotion', 'prod'],
      automerge: null,
    });
    const [pull] = server.world.pulls;
    expect(pull).toMatchObject({ base: 'main', state: 'open' });
    expect(pull?.body).toMatch(/^What it brings\.\n/);
    expect([...(pull?.reviewers ?? [])]).toEqual(['alice']);
    expect([...(pull?.teams ?? [])]).toEqual(['platform']);
  });

  test('said again, changes nothing and writes nothing', async () => {
    const server = await github();
    const forge = forgeOn(server);
    const first = await forge.savePullRequest(draft);
    const before = server.calls.length;
    expect(await forge.savePullRequest(draft)).toEqual(first);
    expect(server.calls.slice(before)).toEqual(['GET /repos/acme/platform/pulls 200']);
  });

  test('brings the open one in step, and leaves what people did to it', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest({ ...draft, labels: ['promotion'] });
    const [pull] = server.world.pulls;
    pull?.labels.add('needs-a-look');
    pull?.reviewers.delete('alice');
    const saved = await forge.savePullRequest({ ...draft, title: 'Another', body: 'Other words.' });
    expect(saved).toMatchObject({
      number: 1,
      title: 'Another',
      labels: ['promotion', 'needs-a-look', 'prod'],
    });
    expect(pull?.body).toMatch(/^Other words\./);
    expect([...(pull?.reviewers ?? [])]).toEqual([]);
    expect(server.world.pulls).toHaveLength(1);
  });

  test('opens another one when the last was closed or merged', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    await forge.close(1, 'not now');
    expect(await forge.savePullRequest(draft)).toMatchObject({ number: 2 });
  });

  test('a reviewer who may not review stops nobody, and is named', async () => {
    const server = await github();
    const lines: string[] = [];
    const forge = forgeOn(server, { report: (line) => lines.push(line) });
    await forge.savePullRequest({ ...draft, reviewers: ['promoter', 'alice', 'stranger', 'acme/nobody'] });
    expect([...(server.world.pulls[0]?.reviewers ?? [])]).toEqual(['alice']);
    const host = new URL(server.url).host;
    expect(lines).toEqual([
      `${host}: promoter opened pull request 1 and cannot review it`,
      `${host}: stranger cannot be asked to review pull request 1: no collaborator`,
      `${host}: acme/nobody cannot be asked to review pull request 1: no collaborator`,
    ]);
  });

  test('a body that is too long is cut at a line, and says so', async () => {
    const server = await github();
    const line = `${'x'.repeat(99)}\n`;
    const body = `<details>\n\n\`\`\`diff\n${line.repeat(1000)}\`\`\`\n\n</details>\n`;
    await forgeOn(server).savePullRequest({ ...draft, body });
    const kept = server.world.pulls[0]?.body ?? '';
    expect(kept.length).toBeLessThanOrEqual(65_536);
    expect(kept.length).toBeGreaterThan(65_000);
    const [, count = '', end = ''] =
      kept.match(/^<details>\n\n```diff\n((?:x{99}\n)+)```\n\n<\/details>([\s\S]*)$/) ?? [];
    const left = 1000 - count.length / 100 + 3;
    expect(end).toContain(
      `_Cut here: the text is longer than the 65,536 characters that GitHub takes; ${left} more`,
    );
  });

  test('what GitHub refuses is said in its own words', async () => {
    const server = await github();
    const nothingNew = await failure(forgeOn(server).savePullRequest({ ...draft, head: 'main' }));
    expect(nothingNew).toMatchObject({ name: 'ExternalError', retry: false, what: new URL(server.url).host });
    expect(nothingNew.message).toContain('cannot save the pull request of main: Validation Failed; ');
    const noBranch = await failure(forgeOn(server).savePullRequest({ ...draft, head: 'promote/none' }));
    expect(noBranch.message).toContain('Validation Failed; PullRequest head invalid');
    expect(server.world.pulls).toEqual([]);
  });
});

test('openPullRequests gives ours, all pages, oldest first', async () => {
  const server = await github({ repository: bareRepository(['fix/typo', ...many(105)]) });
  const forge = forgeOn(server);
  await ask(server, 'POST', '/repos/acme/platform/pulls', { title: 'Typo', head: 'fix/typo', base: 'main' });
  for (const head of many(105))
    await ask(server, 'POST', '/repos/acme/platform/pulls', { title: head, head, base: 'main' });
  const open = await forge.openPullRequests('promote/');
  expect(open.map(({ head }) => head)).toEqual(many(105));
});

describe('pullRequestsFrom', () => {
  test('all that are open, and the closed ones of a few pages, newest first', async () => {
    const server = await github({ repository: bareRepository(['fix/typo', ...many(6)]) });
    const forge = forgeOn(server);
    for (const head of ['fix/typo', ...many(6)]) await forge.savePullRequest({ ...draft, head });
    await forge.close(2, 'not now');
    await forge.savePullRequest({ ...draft, head: 'promote/app-0' });
    await forge.mergeWhenReady(4, 'squash');
    const before = server.calls.length;
    const found = await forge.pullRequestsFrom('promote/');
    expect(server.calls.slice(before)).toHaveLength(2);
    expect(found.map(({ number, head, state }) => `${number} ${head} ${state}`)).toEqual([
      '8 promote/app-0 open',
      '7 promote/app-5 open',
      '6 promote/app-4 open',
      '5 promote/app-3 open',
      '4 promote/app-2 merged',
      '3 promote/app-1 open',
      '2 promote/app-0 closed',
    ]);
  });

  test('of many closed ones, three pages', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    const [pull] = server.world.pulls;
    if (!pull) throw new Error('none was opened');
    for (let number = 2; number <= 400; number++)
      server.world.pulls.push({ ...pull, number, state: 'closed' });
    const before = server.calls.length;
    const found = await forge.pullRequestsFrom('promote/');
    expect(server.calls.slice(before)).toHaveLength(4);
    expect(found.filter(({ state }) => state === 'closed')).toHaveLength(300);
    expect(found.at(-1)).toMatchObject({ number: 1, state: 'open' });
  });
});

describe('what a person closed', () => {
  const named = { ...draft, body: '<!-- targets: a 2 -->\nWhat it brings.' };
  const notAgain = { text: '<!-- targets: a 2 -->', unless: 'superseded' };

  test('is not opened again where the draft says so; with other words it is', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(named);
    await ask(server, 'PATCH', '/repos/acme/platform/pulls/1', { state: 'closed' });
    expect(await forge.savePullRequest({ ...named, notAgain })).toMatchObject({ number: 1, state: 'closed' });
    expect(server.world.pulls).toHaveLength(1);
    const other = { ...notAgain, text: '<!-- targets: a 3 -->' };
    expect(await forge.savePullRequest({ ...named, notAgain: other })).toMatchObject({ number: 2 });
  });

  test('is opened again once it has the label of what we closed ourselves', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(named);
    await forge.addLabels(1, ['Superseded']);
    await forge.close(1, 'Another came.');
    expect(await forge.savePullRequest({ ...named, notAgain })).toMatchObject({ number: 2, state: 'open' });
  });
});

test('a label that it must not have is taken away, the others stay', async () => {
  const server = await github();
  const forge = forgeOn(server);
  await forge.savePullRequest({ ...draft, labels: ['upgrade', 'Minor'] });
  await forge.addLabels(1, ['mine']);
  const saved = await forge.savePullRequest({
    ...draft,
    labels: ['upgrade', 'major'],
    withoutLabels: ['minor'],
  });
  expect(saved.labels).toEqual(['upgrade', 'mine', 'major']);
  expect([...(server.world.pulls[0]?.labels ?? [])]).toEqual(['upgrade', 'mine', 'major']);
});

test('a branch of the same name in a fork is not ours', async () => {
  const server = await github();
  const forge = forgeOn(server);
  await forge.savePullRequest(draft);
  const [pull] = server.world.pulls;
  if (pull) server.world.pulls[0] = { ...pull, fork: 'stranger/platform' };
  expect(await forge.openPullRequests('promote/')).toEqual([]);
  expect(await forge.savePullRequest(draft)).toMatchObject({ number: 2 });
});

describe('saveComment', () => {
  test('makes one, replaces its text, and leaves what people wrote', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    await ask(server, 'POST', '/repos/acme/platform/issues/1/comments', { body: '> <!-- plan -->\nI see.' });
    await forge.saveComment(1, 'plan', 'first');
    await forge.saveComment(1, 'plan', 'second');
    await forge.saveComment(1, 'other', 'third');
    expect(server.world.comments.map(({ body }) => body)).toEqual([
      '> <!-- plan -->\nI see.',
      '<!-- plan -->\nsecond',
      '<!-- other -->\nthird',
    ]);
  });

  test('finds it behind a hundred others, and fits what is too long', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    for (let i = 0; i < 130; i++)
      await ask(server, 'POST', '/repos/acme/platform/issues/1/comments', { body: `talk ${i}` });
    await forge.saveComment(1, 'plan', 'short');
    await forge.saveComment(1, 'plan', 'long line\n'.repeat(10_000));
    expect(server.world.comments).toHaveLength(131);
    expect(server.world.comments.at(-1)?.body).toMatch(
      /^<!-- plan -->\n(long line\n)+\n_Cut here: .* left out\._$/,
    );
  });
});

test('close says why, once, and closes', async () => {
  const server = await github();
  const forge = forgeOn(server);
  await forge.savePullRequest(draft);
  await forge.close(1, 'prod has it already');
  await forge.close(1, 'prod has it already');
  expect(server.world.pulls[0]?.state).toBe('closed');
  expect(server.world.comments.map(({ body }) => body)).toEqual(['<!-- why-closed -->\nprod has it already']);
});

test('saveStatus says what is new, and only that', async () => {
  const server = await github();
  const forge = forgeOn(server);
  const sha = server.world.git.tip('promote/prod') ?? '';
  const waiting = { context: 'promotion gate', state: 'pending', description: 'soaks until Monday' } as const;
  const passed = { ...waiting, state: 'success', description: `ok ${'!'.repeat(200)}` } as const;
  for (const status of [waiting, waiting, passed, passed, waiting]) await forge.saveStatus(sha, status);
  expect(server.world.statuses.map(({ state }) => state)).toEqual(['pending', 'success', 'pending']);
  expect(server.world.statuses[1]?.description).toHaveLength(140);
});

test('a run every hour piles up no statuses, however many others there are, and however the context is written', async () => {
  const server = await github();
  const forge = forgeOn(server);
  const sha = server.world.git.tip('promote/prod') ?? '';
  const own = { context: 'Promotion Gate', state: 'failure', description: 'it soaks' } as const;
  for (let i = 0; i < 130; i++)
    server.world.statuses.push({ id: i, sha, context: `job ${i}`, state: 'success', description: null });
  for (const context of [own.context, own.context, 'promotion gate', 'PROMOTION GATE'])
    await forge.saveStatus(sha, { ...own, context });
  expect(server.world.statuses.slice(130)).toMatchObject([own]);
});

describe('mergeWhenReady', () => {
  const passed = { context: 'promotion gate', state: 'success', description: 'met' } as const;

  test('waits for the required checks, then merges by itself', async () => {
    const server = await github({ requiredChecks: ['promotion gate'] });
    const forge = forgeOn(server);
    const main = server.world.git.tip('main') ?? '';
    const { commit: sha } = await forge.savePullRequest(draft);
    await forge.mergeWhenReady(1, 'squash');
    await forge.mergeWhenReady(1, 'squash');
    expect(server.world.pulls[0]).toMatchObject({ state: 'open', autoMerge: 'squash' });
    await forge.saveStatus(sha, passed);
    expect(server.world.pulls[0]?.mergedAt).not.toBeNull();
    await forge.mergeWhenReady(1, 'squash');
    expect(server.world.git.between(main, 'main')).toHaveLength(1);
  });

  test.each(['merge', 'squash', 'rebase'] as const)(
    'merges now (%s) where nothing is to be waited for',
    async (method) => {
      const server = await github();
      const forge = forgeOn(server);
      await forge.savePullRequest(draft);
      const before = server.world.git.tip('main') ?? '';
      await forge.mergeWhenReady(1, method);
      expect(server.world.pulls[0]?.mergedAt).not.toBeNull();
      expect(server.world.git.between(before, 'main')).toHaveLength(method === 'merge' ? 2 : 1);
    },
  );

  test('says what to do where the repository does not allow it, and for one that was closed', async () => {
    const server = await github({ autoMerge: false, requiredChecks: ['promotion gate'] });
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    const error = await failure(forge.mergeWhenReady(1, 'merge'));
    expect(error).toMatchObject({ name: 'ExternalError', retry: false });
    expect(error.hint).toBe('allow auto-merge in the settings, and require checks on the branch');
    await forge.close(1, 'no');
    expect((await failure(forge.mergeWhenReady(1, 'merge'))).message).toContain(
      'was closed without being merged',
    );
  });
});

test('pullRequestsOf gives those that brought a commit, and none for a commit that GitHub does not have', async () => {
  const repository = bareRepository(['promote/prod', 'feature']);
  const server = await github({ repository });
  const forge = forgeOn(server);
  await forge.savePullRequest(draft);
  const sha = server.world.git.tip('promote/prod') ?? '';
  expect(await forge.pullRequestsOf(sha)).toEqual([]);
  await forge.mergeWhenReady(1, 'merge');
  const brought = [{ number: 1, url: 'https://github.example.org/acme/platform/pull/1', title: draft.title }];
  expect(await forge.pullRequestsOf(sha)).toEqual(brought);
  expect(await forge.pullRequestsOf(server.world.git.tip('main') ?? '')).toEqual(brought);
  expect(await forge.pullRequestsOf('0'.repeat(40))).toEqual([]);
});

test('git is real: a push over HTTP moves the pull request, with the token only', async () => {
  const server = await github();
  const forge = forgeOn(server);
  const { commit: before } = await forge.savePullRequest(draft);
  const work = `${bareRepository([])}-clone`;
  expect(
    (await tool('git', ['clone', '--quiet', '--branch', 'promote/prod', server.pushUrl, work])).stderr,
  ).toBe('');
  write(work, { 'more.txt': 'more\n' });
  const after = commit(work, 'more');
  expect(await tool('git', ['push', '--quiet'], { cwd: work })).toMatchObject({ code: 0 });
  const [open] = await forge.openPullRequests('promote/');
  expect(open).toMatchObject({ number: 1, commit: after });
  expect(before).not.toBe(after);
  const env = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', GIT_CONFIG_GLOBAL: '/dev/null' };
  const refused = await tool('git', ['ls-remote', server.gitUrl], { env });
  expect(refused.code).not.toBe(0);
  expect((await tool('git', ['ls-remote', server.pushUrl])).stdout).toContain(after);
});

test('merging by itself is wanted, seen, and taken back', async () => {
  const server = await github({ requiredChecks: ['gate'] });
  const forge = forgeOn(server);
  await forge.savePullRequest(draft);
  await forge.mergeByHand(1);
  await forge.mergeWhenReady(1, 'squash');
  const automerge = async () => (await forge.openPullRequests('promote/')).map((pull) => pull.automerge);
  expect(await automerge()).toEqual([{ method: 'squash', byAuthor: true }]);
  const [pull] = server.world.pulls;
  if (pull) pull.autoMergeBy = 'alice';
  expect(await automerge()).toEqual([{ method: 'squash', byAuthor: false }]);
  await forge.mergeByHand(1);
  expect(await automerge()).toEqual([null]);
});
