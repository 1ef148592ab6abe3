import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkout } from '../../src/edge/checkout/checkout.ts';
import { freshClone } from '../../src/edge/checkout/clone.ts';
import { promotionCommits } from '../../src/edge/checkout/commit-kind.ts';
import { ownership } from '../../src/edge/checkout/whose-work.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { World } from './world.ts';

const hour = 3600;
const branch = 'promote/staging';
const bob = ['-c', 'user.name=Bob', '-c', 'user.email=bob@example.org'];

/** A promotion of staging that is open, on the branch that is checked out; main has gone on since. */
let past: World;

beforeAll(async () => {
  past = await World.create();
  past.now += 20 * hour;
  await past.promote('staging');
  await past.changeApps(past.sketches.map((app) => (app.name === 'api' ? { ...app, knob: 1 } : app)));
  past.now += 20 * hour;
  await past.plan('staging');
  await past.change({ 'notes.md': 'main goes on\n' });
  past.git('switch', '--quiet', branch);
});

type Deed = (world: World) => void;

/** Bob has no variables that say that he is somebody else. */
function asBob(world: World, ...args: readonly string[]): void {
  const env = { ...process.env, GIT_COMMITTER_NAME: 'Bob', GIT_COMMITTER_EMAIL: 'bob@example.org' };
  const { status, stderr } = spawnSync('git', [...bob, ...args], { cwd: world.root, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const touch = ({ root }: World, name: string): void => {
  mkdirSync(join(root, 'environments/staging'), { recursive: true });
  spawnSync('sh', ['-c', `echo mine >> ${name}`], { cwd: root });
};

const nobodys: Readonly<Record<string, Deed>> = {
  'as it was made': () => {},
  'main is merged into it': (world) => asBob(world, 'merge', '--quiet', '--no-ff', '-m', 'Update', 'main'),
  'it is rebased onto main': (world) => asBob(world, 'rebase', '--quiet', 'main'),
  'main squashed it, and went on': (world) => {
    world.git('switch', '--quiet', 'main');
    world.git('merge', '--quiet', '--squash', branch);
    world.git('commit', '--quiet', '-m', 'squashed');
    world.git('switch', '--quiet', branch);
  },
  'main squashed it with what a person added, and went on': (world) => {
    touch(world, 'environments/staging/notes.md');
    asBob(world, 'add', '--all');
    asBob(world, 'commit', '--quiet', '-m', 'mine too');
    world.git('switch', '--quiet', 'main');
    world.git('merge', '--quiet', '--squash', branch);
    world.git('commit', '--quiet', '-m', 'squashed');
    touch(world, 'environments/staging/release.yaml');
    world.git('commit', '--quiet', '--all', '-m', 'later');
    world.git('switch', '--quiet', branch);
  },
};

const message = (world: World): string => world.git('log', '-1', '--format=%B', branch);

const persons: Readonly<Record<string, Deed>> = {
  'a commit': (world) => asBob(world, 'commit', '--quiet', '--allow-empty', '-m', 'mine'),
  'a commit below an update of the branch': (world) => {
    touch(world, 'mine.md');
    asBob(world, 'add', '--all');
    asBob(world, 'commit', '--quiet', '-m', 'mine');
    asBob(world, 'merge', '--quiet', '--no-ff', '-m', 'Update', 'main');
  },
  'an amend of a file': (world) => {
    touch(world, 'environments/staging/release.yaml');
    asBob(world, 'commit', '--quiet', '--all', '--amend', '--no-edit');
  },
  'an amend of the message': (world) => {
    const text = message(world).replace('Promote api', 'Promote the api');
    asBob(world, 'commit', '--quiet', '--amend', '-m', text);
  },
  'an amend that only signs for it': (world) => asBob(world, 'commit', '--quiet', '--amend', '--no-edit'),
  'a commit that quotes our trailer': (world) =>
    asBob(world, 'commit', '--quiet', '--allow-empty', '-m', 'mine\n\nMade-by: npm run promote'),
  'a commit that copies our message': (world) => {
    touch(world, 'mine.md');
    asBob(world, 'add', '--all');
    asBob(world, 'commit', '--quiet', '-m', message(world));
  },
  'a merge of main with a file of its own': (world) => {
    asBob(world, 'merge', '--quiet', '--no-ff', '--no-commit', 'main');
    touch(world, 'mine.md');
    asBob(world, 'add', '--all');
    asBob(world, 'commit', '--quiet', '-m', 'Update');
  },
  'a rebase that changes something on the way': (world) => {
    asBob(world, 'rebase', '--quiet', 'main');
    touch(world, 'environments/staging/release.yaml');
    asBob(world, 'commit', '--quiet', '--all', '--amend', '--no-edit');
  },
  'a revert': (world) => asBob(world, 'revert', '--no-edit', 'HEAD'),
};

function isFree(deed: Deed): boolean {
  const world = past.copy();
  deed(world);
  const [tip, main] = [world.git('rev-parse', branch), world.git('rev-parse', 'main')];
  return ownership(world.root, tip, main, promotionCommits).isFree;
}

describe('nobody loses anything with', () => {
  for (const [name, deed] of Object.entries(nobodys)) test(name, () => expect(isFree(deed)).toBe(true));
});

describe('a person keeps', () => {
  for (const [name, deed] of Object.entries(persons)) test(name, () => expect(isFree(deed)).toBe(false));
});

afterEach(() => void vi.unstubAllEnvs());

test('checkouts of runs that were killed are removed by the next one, those of others are not', () => {
  // Apart from the runs of other tests, which would do the same.
  vi.stubEnv('TMPDIR', temporaryFolder());
  const world = past.copy();
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const clone = freshClone(world.root);
  const mine = checkout(clone, 'HEAD');
  const name = basename(dirname(mine.root));
  expect(name).toContain(`-${process.pid}-`);
  const named = (id: number, end: string): string =>
    join(realpathSync(tmpdir()), name.replace(/-\d+-\w+$/, `-${id}-${end}`));
  const [left, empty, parents] = [
    named(ended, 'aaaaaa'),
    named(ended, 'bbbbbb'),
    named(process.ppid, 'cccccc'),
  ];
  for (const folder of [left, parents])
    world.git('worktree', 'add', '--quiet', '--detach', join(folder, 'tree'), 'HEAD');
  mkdirSync(empty);
  const persons = join(temporaryFolder(), 'gitops-checkout-mine');
  world.git('worktree', 'add', '--quiet', '--detach', persons, 'HEAD');
  checkout(clone, 'HEAD').close();
  expect([left, empty, parents, persons, mine.root].map((folder) => existsSync(folder))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  mine.close();
  expect(world.git('worktree', 'list').split('\n')).toHaveLength(3);
  world.git('worktree', 'remove', '--force', join(parents, 'tree'));
});
