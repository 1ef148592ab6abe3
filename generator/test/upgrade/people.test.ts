import { appendFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, write } from '../../testing/folder.ts';
import { ask, git } from '../github/fixture.ts';
import { cloneFor, deliver, type GitHubWorld, githubWorld } from './github-hands.ts';

const api = { key: 'api', current: '1.0.0', version: '1.1.0' };
const next = { ...api, version: '1.2.0' };
const tipOf = ({ bare }: GitHubWorld, branch: string): string => git(bare, 'rev-parse', branch);

/** A GitHub on which the upgrade of api is open. */
async function opened(wish: Parameters<typeof deliver>[1][number] = api): Promise<GitHubWorld> {
  const world = await githubWorld();
  const { code, output } = await deliver(world, [wish]);
  expect(code, output).toBe(0);
  return world;
}

/** Runs again, which must work, and says what was held. */
async function again(
  world: GitHubWorld,
  ...wishes: Parameters<typeof deliver>[1]
): Promise<readonly string[]> {
  const { code, output, said } = await deliver(world, wishes);
  expect(code, output).toBe(0);
  return said;
}

/** A person changes main. */
function changeMain({ person }: GitHubWorld, change: () => void): void {
  git(person, 'switch', '--quiet', 'main');
  git(person, 'pull', '--quiet', 'origin', 'main');
  change();
  git(person, 'add', '--all');
  git(person, 'commit', '--quiet', '-m', 'main goes on');
  git(person, 'push', '--quiet', 'origin', 'main');
}

/** A person works on the branch of the upgrade. */
function onTheBranch({ person }: GitHubWorld, work: () => void): void {
  git(person, 'fetch', '--quiet', 'origin');
  git(person, 'switch', '--quiet', '-C', 'upgrade/api', 'origin/upgrade/api');
  work();
  git(person, 'push', '--quiet', '--force', 'origin', 'upgrade/api');
}

describe('a person on the branch: it stays as it is, and the upgrade is held', () => {
  const works: Readonly<Record<string, (world: GitHubWorld) => void>> = {
    'a commit on top': ({ person }) => {
      write(person, { 'values.yaml': 'mine: true\n' });
      git(person, 'add', '--all');
      git(person, 'commit', '--quiet', '-m', 'what the new version needs');
    },
    'an amended commit with our message': ({ person }) => {
      appendFileSync(join(person, 'README.md'), 'More.\n');
      git(person, 'commit', '--quiet', '--all', '--amend', '--no-edit');
    },
    'an amended message': ({ person }) => {
      const message = git(person, 'log', '-1', '--format=%B').replace('Upgrade api', 'Raise api');
      git(person, 'commit', '--quiet', '--amend', '-m', message);
    },
  };
  test.each(Object.keys(works))('%s', async (name) => {
    const world = await opened();
    changeMain(world, () => appendFileSync(join(world.person, 'README.md'), 'Main.\n'));
    onTheBranch(world, () => works[name]?.(world));
    const tip = tipOf(world, 'upgrade/api');
    expect(await again(world, next)).toEqual(['api: commit']);
    // Nor is it closed, or deleted, when main has the version.
    expect(await again(world)).toEqual([]);
    expect(tipOf(world, 'upgrade/api')).toBe(tip);
    expect(world.server.world.pulls).toMatchObject([{ state: 'open', title: 'Upgrade api to 1.1.0' }]);
    expect(world.server.world.issues[0]?.body).not.toContain('1.2.0');
  });

  test.each(['merged into it', 'that it was rebased on'])('but for nothing than main, %s', async (how) => {
    const world = await opened();
    changeMain(world, () => appendFileSync(join(world.person, 'README.md'), 'Main.\n'));
    const merge = ['merge', '--quiet', '--no-ff', 'origin/main', '-m', "Merge branch 'main'"];
    onTheBranch(world, () =>
      git(world.person, ...(how === 'merged into it' ? merge : ['rebase', '--quiet', 'origin/main'])),
    );
    expect(await again(world, next)).toEqual([]);
    expect(world.server.world.pulls).toMatchObject([{ state: 'open', title: 'Upgrade api to 1.2.0' }]);
  });

  test('on the dashboard, with a link', async () => {
    const world = await opened();
    onTheBranch(world, () => works['a commit on top']?.(world));
    await again(world, next);
    const body = world.server.world.issues[0]?.body ?? '';
    expect(body).toContain('## For a person');
    expect(body).toMatch(/a person's commit is on upgrade\/api: .* \(\[#1\]\(https:\S+\/pull\/1\)\)/);
  });

  test('while we look, it is not overwritten either', async () => {
    const world = await opened();
    const root = cloneFor(world);
    // The fetch of the run goes nowhere near what is pushed behind its back: the lease does.
    const push = world.server.calls.length + 1;
    let isDone = false;
    const watch = setInterval(() => {
      if (isDone || world.server.calls.length <= push + 2) return;
      isDone = true;
      onTheBranch(world, () => works['a commit on top']?.(world));
    }, 1);
    await deliver(world, [next], { root });
    clearInterval(watch);
    expect(isDone).toBe(true);
    const log = git(world.bare, 'log', '--format=%s', 'upgrade/api', '^main');
    // Whoever was first: the work of the person is on the branch, or was never on it when we pushed.
    expect(log).toContain('what the new version needs');
  });

  test('once it was merged as one commit, the branch is free again', async () => {
    const world = await opened();
    onTheBranch(world, () => works['a commit on top']?.(world));
    world.server.world.statuses.push({
      id: 1,
      sha: tipOf(world, 'upgrade/api'),
      context: 'checks',
      state: 'success',
      description: null,
    });
    const merged = await ask(world.server, 'PUT', '/repos/acme/platform/pulls/1/merge', {
      merge_method: 'squash',
    });
    expect(merged.status).toBe(200);
    expect(await again(world, { ...next, current: '1.1.0' })).toEqual([]);
    expect(world.server.world.pulls).toMatchObject([
      { state: 'closed' },
      { state: 'open', head: 'upgrade/api' },
    ]);
    expect(git(world.bare, 'rev-list', '--count', 'upgrade/api', '^main')).toBe('1');
  });
});

describe('a person closed it', () => {
  const close = (world: GitHubWorld): Promise<unknown> =>
    ask(world.server, 'PATCH', '/repos/acme/platform/pulls/1', { state: 'closed' });

  test('the same versions are not proposed again, and the branch stays for who reopens it', async () => {
    const world = await opened();
    await close(world);
    const tip = tipOf(world, 'upgrade/api');
    await again(world, api);
    expect(world.server.world.pulls).toMatchObject([{ state: 'closed' }]);
    expect(tipOf(world, 'upgrade/api')).toBe(tip);
  });

  test('other versions are', async () => {
    const world = await opened();
    await close(world);
    await again(world, next);
    expect(world.server.world.pulls).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
  });

  test('reopened, it is kept in step', async () => {
    const world = await opened();
    await close(world);
    await ask(world.server, 'PATCH', '/repos/acme/platform/pulls/1', { state: 'open' });
    await again(world, next);
    expect(world.server.world.pulls).toMatchObject([{ state: 'open', title: 'Upgrade api to 1.2.0' }]);
  });

  test('without the line that says what it moves to, it comes again', async () => {
    const world = await opened();
    await close(world);
    await ask(world.server, 'PATCH', '/repos/acme/platform/pulls/1', { body: 'Why.' });
    await again(world, api);
    expect(world.server.world.pulls).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
  });

  test('while we work, it is not opened again either', async () => {
    const world = await opened();
    const watch = setInterval(() => {
      const [pull] = world.server.world.pulls;
      // As soon as we have listed it as open.
      if (
        pull &&
        world.server.calls.filter((call) => call.startsWith('GET /repos/acme/platform/pulls')).length > listed
      )
        pull.state = 'closed';
    }, 1);
    const listed =
      world.server.calls.filter((call) => call.startsWith('GET /repos/acme/platform/pulls')).length + 1;
    const said = await again(world, { ...api, size: 'patch' });
    clearInterval(watch);
    expect(said).toEqual(['api: closed']);
    expect(world.server.world.pulls).toHaveLength(1);
  });
});

describe('main goes on', () => {
  test('elsewhere: the branch keeps its commit, its approvals and its checks', async () => {
    const world = await opened();
    const tip = tipOf(world, 'upgrade/api');
    // Another file; and another line of the same one, far enough for git to merge both.
    changeMain(world, () => {
      appendFileSync(join(world.person, 'README.md'), 'Main.\n');
      edit(world.person, 'images.yaml', 'db: 3.0.0', 'db: 3.0.1');
    });
    await again(world, api);
    expect(tipOf(world, 'upgrade/api')).toBe(tip);
  });

  test('where both changed a line: one commit on top of main', async () => {
    const world = await opened();
    changeMain(world, () => edit(world.person, 'images.yaml', 'note: between', 'note: amid'));
    await again(world, api);
    expect(git(world.bare, 'rev-parse', 'upgrade/api^')).toBe(tipOf(world, 'main'));
    expect(git(world.bare, 'show', 'upgrade/api:images.yaml')).toMatch(/^api: 1\.1\.0\nnote: amid\n/);
    expect(world.server.world.pulls).toMatchObject([{ state: 'open' }]);
  });

  test('protected: nothing of ours is pushed to it', async () => {
    const world = await githubWorld();
    const hook = join(world.bare, 'hooks/update');
    write(world.bare, { 'hooks/update': '#!/bin/sh\n[ "$1" != refs/heads/main ]\n' });
    chmodSync(hook, 0o755);
    expect(() =>
      git(world.person, 'push', '--quiet', 'origin', 'main:main', '--force-with-lease'),
    ).not.toThrow();
    expect(await again(world, api)).toEqual([]);
    expect(world.server.world.pulls).toMatchObject([{ state: 'open' }]);
  });
});

describe('a larger step on the same branch', () => {
  const patch = { ...api, version: '1.0.1', size: 'patch', automerge: true } as const;

  test('does not merge by itself because the smaller one was to', async () => {
    const world = await opened(patch);
    const [pull] = world.server.world.pulls;
    expect(pull).toMatchObject({ autoMerge: 'squash' });
    await again(world, { ...api, version: '2.0.0', size: 'major' });
    expect(pull).toMatchObject({ state: 'open', autoMerge: null, title: 'Upgrade api to 2.0.0' });
    expect([...(pull?.labels ?? [])].sort()).toEqual(['major', 'upgrade']);
  });

  test('what a person wanted to merge stays so as long as the versions do', async () => {
    const world = await opened();
    const [pull] = world.server.world.pulls;
    if (!pull) throw new Error('none was opened');
    Object.assign(pull, { autoMerge: 'merge', autoMergeBy: 'alice' });
    await again(world, api);
    expect(pull.autoMerge).toBe('merge');
    await again(world, next);
    expect(pull.autoMerge).toBeNull();
  });
});

test('a pull request that a person opened from such a branch is left alone', async () => {
  const world = await githubWorld();
  git(world.person, 'switch', '--quiet', '-C', 'upgrade/mine');
  write(world.person, { 'mine.yaml': 'mine: true\n' });
  git(world.person, 'add', '--all');
  git(world.person, 'commit', '--quiet', '-m', 'mine');
  git(world.person, 'push', '--quiet', 'origin', 'upgrade/mine');
  const body = { title: 'Mine', head: 'upgrade/mine', base: 'main', body: 'Mine.' };
  await ask(world.server, 'POST', '/repos/acme/platform/pulls', body);
  await again(world, api);
  expect(world.server.world.pulls[0]).toMatchObject({ title: 'Mine', state: 'open', body: 'Mine.' });
  expect(tipOf(world, 'upgrade/mine')).toBe(git(world.person, 'rev-parse', 'upgrade/mine'));
});
