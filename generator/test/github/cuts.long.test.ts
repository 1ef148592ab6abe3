import { expect, test } from 'vitest';
import type { Forge } from '../../src/forge/forge.ts';
import { ExternalError } from '../../src/problem/errors.ts';
import { bareRepository, draft, forgeOn, github } from './fixture.ts';
import type { GitHubServer } from './server.ts';

const rules = { requiredChecks: ['promotion gate'] };

/** All that a promotion does on GitHub, and at last the end of the pull request before it. */
async function promote(forge: Forge): Promise<void> {
  const open = await forge.openPullRequests('promote/');
  const { number, commit } = await forge.savePullRequest({
    ...draft,
    reviewers: [...draft.reviewers, 'stranger'],
  });
  await forge.saveComment(number, 'plan', 'What it moves.');
  await forge.saveStatus(commit, { context: 'promotion gate', state: 'success', description: 'met' });
  await forge.mergeWhenReady(number, 'squash');
  for (const old of open.filter((each) => each.head === 'promote/old'))
    await forge.close(old.number, 'prod has it');
  await forge.pullRequestsOf(commit);
}

/** What is left on GitHub in the end, without the moments. */
const endOf = ({ world: { pulls, comments, statuses, git } }: GitHubServer): unknown => ({
  pulls: pulls.map(({ title, body, head, state, labels, reviewers, teams, mergedAt }) => {
    return {
      title,
      body,
      head,
      state,
      labels: [...labels],
      asked: [...reviewers, ...teams],
      merged: mergedAt !== null,
    };
  }),
  comments: comments.map(({ pull, body }) => ({ pull, body })),
  statuses: statuses.map(({ context, state }) => ({ context, state })),
  commits: git.between('promote/base', 'main').length,
});

/** A GitHub on which the pull request before it is still open. */
async function withAnOldOne(): Promise<GitHubServer> {
  const repository = bareRepository(['promote/prod', 'promote/old', 'promote/base']);
  const server = await github({ ...rules, repository });
  await forgeOn(server).savePullRequest({ ...draft, head: 'promote/old', reviewers: [] });
  return server;
}

/** One run without a fault: where it ends, and which of its calls can fail. */
async function wholeRun(): Promise<{ end: unknown; calls: number[]; names: readonly string[] }> {
  const server = await withAnOldOne();
  const before = server.calls.length;
  await promote(forgeOn(server));
  const calls = Array.from({ length: server.calls.length - before }, (_, i) => before + i + 1);
  return { end: endOf(server), calls, names: server.calls.slice(before) };
}

test('cut off at every call, before or after it took effect, and run again: the same end', async () => {
  const { end, calls, names } = await wholeRun();
  expect(names.filter((name) => !name.startsWith('GET')).length).toBeGreaterThan(8);
  expect(end).toMatchObject({ pulls: [{ state: 'closed', merged: false }, { merged: true }] });
  for (const fault of ['cut before', 'cut after'] as const) {
    for (const [i, n] of calls.entries()) {
      // A question has no effect: before and after are one.
      if (fault === 'cut after' && names[i]?.startsWith('GET')) continue;
      const server = await withAnOldOne();
      server.failAt(n, fault);
      const error: unknown = await promote(forgeOn(server)).catch((thrown: unknown) => thrown);
      const where = `${fault} call ${n}, ${names[i]}`;
      // A merge whose answer was lost is seen to have been done.
      if (error !== undefined) {
        expect(error, where).toBeInstanceOf(ExternalError);
        expect(error, where).toMatchObject({ retry: true, what: new URL(server.url).host });
      }
      expect(server.calls[n - 1], where).toContain(fault);
      await promote(forgeOn(server));
      expect(endOf(server), where).toEqual(end);
    }
  }
});

test('with retries, no cut is even noticed', async () => {
  const { end, calls } = await wholeRun();
  await Promise.all(
    calls.map(async (n) => {
      const server = await withAnOldOne();
      server.failAt(n, n % 2 === 0 ? 'cut after' : 502);
      await promote(forgeOn(server, { retries: 1 }));
      expect(server.calls[n - 1]).toMatch(/cut after|502/);
      expect(endOf(server)).toEqual(end);
    }),
  );
});

test('two at once end as one', async () => {
  const { end } = await wholeRun();
  for (let i = 0; i < 3; i++) {
    const server = await withAnOldOne();
    await Promise.allSettled([promote(forgeOn(server)), promote(forgeOn(server))]);
    await promote(forgeOn(server));
    const { statuses, ...rest } = endOf(server) as { statuses: unknown[] };
    const { statuses: wanted, ...wantedRest } = end as { statuses: unknown[] };
    expect(rest).toEqual(wantedRest);
    // Each may set the status: of one context only the last counts.
    expect(new Set(statuses.map((each) => JSON.stringify(each))).size).toBe(wanted.length);
  }
});

test('comments that two runs made at once become one', async () => {
  const server = await withAnOldOne();
  for (const id of [7, 8, 9])
    server.world.comments.push({ id, pull: 1, author: 'promoter', body: '<!-- plan -->\nold' });
  await forgeOn(server).saveComment(1, 'plan', 'new');
  expect(server.world.comments.map(({ id, body }) => [id, body])).toEqual([[7, '<!-- plan -->\nnew']]);
});
