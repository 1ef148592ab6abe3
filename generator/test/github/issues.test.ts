import { describe, expect, test } from 'vitest';
import type { IssueDraft } from '../../src/forge/forge.ts';
import { ask, draft, forgeOn, github } from './fixture.ts';

const dashboard: IssueDraft = {
  label: 'board',
  marker: 'the board',
  title: 'What waits',
  body: 'Nothing waits.\n',
};

describe('saveIssue', () => {
  test('opens one, and writes again only what differs', async () => {
    const server = await github();
    const forge = forgeOn(server);
    const url = 'https://github.example.org/acme/platform/issues/1';
    expect(await forge.saveIssue(dashboard)).toEqual({ number: 1, url });
    const before = server.calls.length;
    await forge.saveIssue(dashboard);
    expect(server.calls.slice(before)).toEqual(['GET /repos/acme/platform/issues 200']);
    await forge.saveIssue({ ...dashboard, body: 'One waits.\n' });
    expect(server.world.issues).toEqual([
      expect.objectContaining({ title: 'What waits', body: '<!-- the board -->\nOne waits.' }),
    ]);
  });

  test('one that a person closed stays closed and as it is; one that is open again is written', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.saveIssue(dashboard);
    const path = '/repos/acme/platform/issues/1';
    await ask(server, 'PATCH', path, { state: 'closed' });
    expect(await forge.saveIssue({ ...dashboard, body: 'One waits.' })).toBeNull();
    expect(server.world.issues).toMatchObject([
      { state: 'closed', body: '<!-- the board -->\nNothing waits.' },
    ]);
    await ask(server, 'PATCH', path, { state: 'open' });
    expect(await forge.saveIssue({ ...dashboard, body: 'One waits.' })).toMatchObject({ number: 1 });
    expect(server.world.issues).toMatchObject([{ state: 'open', body: '<!-- the board -->\nOne waits.' }]);
  });

  test('takes no pull request and no issue of somebody else for it', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await forge.savePullRequest({ ...draft, labels: ['board'], body: '<!-- the board -->\nmine' });
    const title = 'Why?';
    const body = '> <!-- the board -->\nwhat is this?';
    await ask(server, 'POST', '/repos/acme/platform/issues', { title, body, labels: ['board'] });
    expect(await forge.saveIssue(dashboard)).toMatchObject({ number: 3 });
    expect(server.world.issues).toHaveLength(2);
  });

  test('of those that two runs opened at once, the first stays', async () => {
    const server = await github();
    const forge = forgeOn(server);
    await Promise.all([forge.saveIssue(dashboard), forgeOn(server).saveIssue(dashboard)]);
    await forge.saveIssue(dashboard);
    const states = server.world.issues.map(({ state }) => state);
    expect(states).toEqual(['open', ...states.slice(1).map(() => 'closed')]);
  });

  test('cut off at any call and said again: one, as it should be', async () => {
    for (const fault of ['cut before', 'cut after'] as const) {
      for (let call = 1; call <= 3; call++) {
        const server = await github();
        server.failAt(call, fault);
        await forgeOn(server)
          .saveIssue(dashboard)
          .catch(() => null);
        expect(server.calls.at(-1)).toContain(fault);
        await forgeOn(server).saveIssue({ ...dashboard, title: 'Now' });
        expect(server.world.issues, `${fault} ${call}`).toMatchObject([{ title: 'Now', state: 'open' }]);
      }
    }
  });
});
