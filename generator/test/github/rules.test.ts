import { describe, expect, test } from 'vitest';
import { temporaryFolder, write } from '../../testing/folder.ts';
import { tool } from '../../testing/program.ts';
import { ask, bareRepository, commit, draft, forgeOn, git, github } from './fixture.ts';
import { protect } from './server/protection.ts';
import type { GitHubServer } from './server.ts';

/** Not while this process, which is the server, waits for git. */
async function clonedFrom(url: string): Promise<string> {
  const work = temporaryFolder();
  expect(await tool('git', ['clone', '--quiet', url, work])).toMatchObject({ code: 0 });
  return work;
}

const pushed = async (work: string, ...what: readonly string[]) => {
  const { code, stderr } = await tool('git', ['push', '--quiet', '--atomic', ...what], { cwd: work });
  return { code, stderr };
};

const workflow = '.github/workflows/ci.yml';

describe('workflow files that no branch has', () => {
  /** Main had other workflows once; an old commit still does. */
  async function withOldWorkflows(): Promise<{ server: GitHubServer; work: string; old: string }> {
    const server = await github();
    const work = await clonedFrom(server.pushUrl);
    write(work, { [workflow]: 'on: push\n' });
    const old = commit(work, 'workflows');
    write(work, { [workflow]: 'on: pull_request\n' });
    commit(work, 'other workflows');
    expect(await pushed(work, 'origin', 'main')).toMatchObject({ code: 0 });
    return { server, work, old };
  }

  test.each([
    ['actions', 'a GitHub App', '`workflows` permission'],
    ['withoutWorkflows', 'a Personal Access Token', '`workflow` scope'],
  ] as const)(
    'are not taken of %s: not as a tag, and then nothing of the push',
    async (who, kind, lacking) => {
      const { server, work, old } = await withOldWorkflows();
      const { pushUrl } = server.others[who];
      const refused = await pushed(
        work,
        pushUrl,
        'main:refs/heads/promote/dev',
        `${old}:refs/tags/pin/dev/1`,
      );
      expect(refused.code).not.toBe(0);
      expect(refused.stderr).toContain(
        `refusing to allow ${kind} to create or update workflow \`${workflow}\` without ${lacking}`,
      );
      expect(server.world.git.tip('promote/dev')).toBeNull();
      expect(await pushed(work, pushUrl, `${old}:refs/heads/old`)).not.toMatchObject({ code: 0 });
    },
  );

  test('are taken of whoever has the permission; and of all as soon as a branch has them', async () => {
    const { server, work, old } = await withOldWorkflows();
    const { pushUrl } = server.others.actions;
    expect(await pushed(work, pushUrl, 'main:refs/tags/pin/dev/2')).toMatchObject({ code: 0 });
    expect(await pushed(work, server.pushUrl, `${old}:refs/heads/release/dev/x`)).toMatchObject({ code: 0 });
    expect(await pushed(work, pushUrl, `${old}:refs/tags/pin/dev/1`)).toMatchObject({ code: 0 });
  });
});

describe('a protected branch', () => {
  const main = { checks: ['ci'], pullRequests: true };

  test('takes no push, no other history, and is not deleted', async () => {
    const protections = [protect('main', main), protect('promote/prod', main)];
    const server = await github({ protections });
    const work = await clonedFrom(server.pushUrl);
    write(work, { 'a.txt': 'a\n' });
    commit(work, 'a');
    for (const [what, why] of [
      ['main', 'Changes must be made through a pull request.'],
      ['+main~2:main', 'Cannot force-push to this branch'],
      [':promote/prod', 'Cannot delete this branch'],
    ] as const)
      expect((await pushed(work, 'origin', what)).stderr).toContain(why);
    expect(await pushed(work, 'origin', 'main:feature')).toMatchObject({ code: 0 });
  });

  test('with checks alone takes what has passed them', async () => {
    const server = await github({ protections: [protect('main', { checks: ['ci'] })] });
    const work = await clonedFrom(server.pushUrl);
    write(work, { 'a.txt': 'a\n' });
    const made = commit(work, 'a');
    expect((await pushed(work, 'origin', 'main')).stderr).toContain('Required status checks are expected.');
    await pushed(work, 'origin', 'main:feature');
    server.people.check(made, 'ci', 'success');
    expect(await pushed(work, 'origin', 'main')).toMatchObject({ code: 0 });
  });

  test('merges once statuses and check runs have passed, and enough people approved', async () => {
    const server = await github({ protections: [protect('main', { checks: ['ci', 'gate'], approvals: 1 })] });
    const forge = forgeOn(server);
    const { commit: sha } = await forge.savePullRequest(draft);
    await forge.mergeWhenReady(1, 'squash');
    const lacking = async () =>
      (await ask(server, 'PUT', '/repos/acme/platform/pulls/1/merge', {})).body as { message: string };
    expect((await lacking()).message).toBe(
      'At least 1 approving review is required by reviewers with write access.',
    );
    server.people.approve(1, 'alice');
    expect((await lacking()).message).toBe('2 of 2 required status checks are expected.');
    await forge.saveStatus(sha, { context: 'gate', state: 'success', description: '' });
    server.people.check(sha, 'ci', null);
    expect((await lacking()).message).toBe('Required status check "ci" is expected.');
    expect(() => server.people.approve(1, 'promoter')).toThrow('own pull request');
    server.people.check(sha, 'ci', 'success');
    expect(server.world.pulls[0]?.mergedAt).not.toBeNull();
  });

  test('asks for another approval after a push that changes something, and after no other', async () => {
    const rules = { approvals: 1, dismissesApprovals: true, checks: ['ci'] };
    const server = await github({ protections: [protect('main', rules)] });
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    server.people.approve(1, 'alice');
    server.world.git.set('main', commitOn(server, 'main', 'other'));
    server.people.updateBranch(1, 'merge');
    const approvals = async () => {
      await forge.openPullRequests('promote/');
      return server.world.pulls[0]?.approvals.size;
    };
    expect(await approvals()).toBe(1);
    server.world.git.set('promote/prod', commitOn(server, 'promote/prod', 'more'));
    expect(await approvals()).toBe(0);
  });

  test('that wants heads up to date merges none that is behind', async () => {
    const server = await github({ protections: [protect('main', { strict: true })] });
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    server.world.git.set('main', commitOn(server, 'main', 'other'));
    const merge = () => ask(server, 'PUT', '/repos/acme/platform/pulls/1/merge', {});
    expect(await merge()).toMatchObject({
      status: 405,
      body: { message: expect.stringContaining('out of date') },
    });
    server.people.updateBranch(1, 'rebase');
    expect(await merge()).toMatchObject({ status: 200 });
  });
});

/** A commit on top of a branch, by a person, which nothing is at yet. */
function commitOn({ world }: GitHubServer, branch: string, name: string): string {
  const { folder } = world.git;
  const blob = git(folder, 'hash-object', '-w', 'HEAD');
  git(folder, 'read-tree', branch);
  git(folder, 'update-index', '--add', '--cacheinfo', `100644,${blob},${name}`);
  return git(folder, 'commit-tree', git(folder, 'write-tree'), '-p', branch, '-m', name);
}

describe('commits that GitHub makes', () => {
  test.each(['merge', 'squash', 'rebase'] as const)(
    '%s: it is the committer, at the time of the merge',
    async (method) => {
      const at = 1_800_000_000;
      const server = await github({ now: () => at * 1000 });
      const forge = forgeOn(server);
      await forge.savePullRequest(draft);
      const head = server.world.git.tip('promote/prod') ?? '';
      await forge.mergeWhenReady(1, method);
      const shown = git(server.world.git.folder, 'log', '-1', '--format=%cn <%ce> %ct|%an %at|%s|%P', 'main');
      const [committer, author, subject, parents = ''] = shown.split('|');
      expect(committer).toBe(`GitHub <noreply@github.com> ${at}`);
      expect([author, subject, parents.split(' ').length]).toEqual(
        {
          merge: [`promoter ${at}`, 'Merge pull request #1 from acme/promote/prod', 2],
          squash: [`promoter ${at}`, 'Promote prod to 3f2c9d1 (#1)', 1],
          rebase: ['test 1767225600', 'change of promote-prod', 1],
        }[method],
      );
      expect(server.world.git.tip('main')).not.toBe(head);
      expect(server.world.activities.at(-1)).toMatchObject({
        branch: 'main',
        kind: 'pr_merge',
        at: at * 1000,
      });
    },
  );

  test('a way that the repository does not allow is refused', async () => {
    const server = await github({ mergeMethods: ['squash'], requiredChecks: ['ci'] });
    const forge = forgeOn(server);
    await forge.savePullRequest(draft);
    await expect(forge.mergeWhenReady(1, 'merge')).rejects.toThrow(/Merge commits are not allowed/);
    await forge.mergeWhenReady(1, 'squash');
  });

  test('a rebase onto a main that has gone on brings what the commits change, and no more', async () => {
    const server = await github({ repository: bareRepository(['promote/prod', 'promote/dev']) });
    const forge = forgeOn(server);
    for (const [i, head] of ['promote/dev', 'promote/prod'].entries()) {
      await forge.savePullRequest({ ...draft, head });
      await forge.mergeWhenReady(i + 1, 'rebase');
    }
    const files = git(server.world.git.folder, 'ls-tree', '--name-only', 'main').split('\n');
    expect(files).toEqual(['README.md', 'images.yaml', 'promote-dev', 'promote-prod']);
  });
});

test('a workflow may be kept from opening pull requests', async () => {
  const server = await github({ actionsMayOpen: false });
  const forge = forgeOn({ ...server, token: server.others.actions.token });
  await expect(forge.savePullRequest(draft)).rejects.toThrow(/not permitted to create or approve/);
});
