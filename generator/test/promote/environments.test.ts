import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { clockAt } from '../../src/edge/clock.ts';
import { statusOf } from '../../src/promote/status/status.ts';
import { statusText } from '../../src/promote/status/status-text.ts';
import type { Promotion } from '../../src/promotion.ts';
import { checkCommit } from '../../src/release-check.ts';
import { modelIn } from '../../src/repository.ts';
import { read, write } from '../../testing/folder.ts';
import { repositoryAt, type Sketch, start, World } from './world.ts';

const hour = 3600;
const turned = (world: World, name: string, change: Partial<Sketch>): Sketch[] =>
  world.sketches.map((app) => (app.name === name ? { ...app, ...change } : app));
const moved = ({ described }: Promotion): string[] => described.plan.moves.map(({ app }) => app);

/** Staging and prod pinned to the first commit, long ago. */
let pinned: World;

beforeAll(async () => {
  pinned = await World.create();
  pinned.now += 20 * hour;
  await pinned.promote('staging');
  await pinned.promote('prod');
  pinned.now += 20 * hour;
});

test('an environment that comes beside others is promoted to as they are', async () => {
  const world = pinned.copy();
  expect(await world.define('lab', { size: 'small', promotesFrom: 'dev', soak: '1h' })).toBe(true);
  expect(world.environments).toEqual(['dev', 'lab', 'prod', 'staging']);
  await world.changeApps(turned(world, 'api', { knob: 1 }));
  world.now += 2 * hour;
  await world.promote('lab');
  expect(world.isPinned('lab')).toBe(true);
  await world.changeApps(turned(world, 'api', { knob: 2 }));
  world.now += 0.5 * hour;
  expect(moved(await world.promote('lab'))).toEqual([]);
  world.now += 0.5 * hour;
  expect(moved(await world.promote('lab'))).toEqual(['api']);
});

describe('a pinned environment that is renamed', () => {
  const applications = 'generated/running/applications';

  test('runs byte for byte what it ran, under a root of the name that it has in Argo CD', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    const before = world.git('rev-parse', `HEAD:environments/prod/${applications}`);
    expect(await world.rename('prod', 'live')).toBe(true);
    expect(world.environments).toEqual(['dev', 'live', 'staging']);
    expect(world.git('rev-parse', `HEAD:environments/live/${applications}`)).toBe(before);
    const set = read(world.root, 'environments/live/generated/applicationset.yaml');
    expect(parse(set)).toMatchObject({
      metadata: { name: 'demo-prod' },
      spec: {
        generators: [
          { list: { elements: [{ environment: 'prod', path: 'environments/live/generated/running' }] } },
        ],
      },
    });
    expect(await world.drift()).toEqual([]);
  });

  test('takes promotions as before, and brings nothing that has not soaked', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    await world.rename('prod', 'live');
    world.now += 3 * hour;
    expect(moved(await world.promote('staging'))).toEqual(['api']);
    expect(moved(await world.promote('live'))).toEqual([]);
    world.now += 12 * hour;
    expect(moved(await world.promote('live'))).toEqual(['api']);
    const api = read(world.root, `environments/live/${applications}/api.yaml`);
    // Its Application is the one that is there: another would fight with it for the same objects.
    expect(parse(api)).toMatchObject({
      metadata: { name: 'demo-prod-api' },
      spec: { project: 'demo-prod-apis' },
    });
    expect(api).toContain('/environments/live/generated/candidate/values/api.yaml');
  });

  test('goes back to what it ran before', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    await world.promote('prod');
    const first = world.tree('prod', 'HEAD^');
    await world.rename('prod', 'live');
    expect(moved(await world.promote('live', { to: 'PREVIOUS' }))).toEqual(['api']);
    const texts = (at: string): string => world.git('show', `${at}:applications/api.yaml`);
    expect(texts(world.tree('live'))).toBe(texts(first));
  });

  test('upstream does not begin to soak anew, for nothing that it runs has changed', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 11 * hour;
    await world.rename('staging', 'rehearsal');
    world.now += hour;
    expect(moved(await world.promote('prod'))).toEqual(['api']);
  });

  test('has no settings of its own at a commit where it had another name, and says so', async () => {
    const world = pinned.copy();
    await world.rename('prod', 'live', { size: 'large' });
    await expect(world.plan('live', { settings: true })).rejects.toThrow(/^live had another name at \w{12}/);
  });

  test('may be renamed more than once, and back', async () => {
    const world = pinned.copy();
    const before = world.git('rev-parse', `HEAD:environments/prod/${applications}`);
    for (const [from, to] of [
      ['prod', 'live'],
      ['live', 'main-site'],
      ['main-site', 'prod'],
    ] as const)
      expect(await world.rename(from, to)).toBe(true);
    expect(world.git('rev-parse', `HEAD:environments/prod/${applications}`)).toBe(before);
  });

  test('cannot be renamed as if it were another, nor can its former name be given to another', async () => {
    const world = pinned.copy();
    expect(await world.rename('prod', 'live', { formerly: [] })).toBe(false);
    expect(world.refusal.join()).toContain('has no candidate of live');
    await world.rename('prod', 'live');
    const settings = { size: 'small', promotesFrom: 'staging', cluster: 'other' } as const;
    expect(await world.define('prod', settings)).toBe(false);
    expect(world.refusal).toEqual(['duplicate-name: live was called "prod" before, and so is or was prod']);
  });
});

describe('what runs on a cluster is not joined by another root for the same objects', () => {
  /** Nothing keeps data, so nobody asks for anything to be retired. */
  const stateless = (): Promise<World> => World.create(start.map((app) => ({ ...app, keepsData: false })));

  test('by an environment that is renamed as if it were another', async () => {
    const world = await stateless();
    const release = read(world.root, 'environments/prod/release.yaml');
    expect(release).toBe('follow: main\n');
    expect(await world.rename('prod', 'live', { formerly: [] })).toBe(false);
    expect(world.refusal).toEqual([
      'second-root: live: its root is argocd/demo-prod, and argocd/demo-live would come beside it, for the same objects',
    ]);
    expect(await world.rename('prod', 'live')).toBe(true);
  });

  test('by one that comes to the cluster of one that goes', async () => {
    const world = await stateless();
    world.now += 20 * hour;
    await world.promote('prod');
    write(world.root, { 'environments/dev/environment.ts': '{ "size": "small", "cluster": "prod" }' });
    expect(await world.remove('prod')).toBe(false);
    expect(world.refusal).toEqual([
      'second-root: prod is removed, what it runs on the cluster "prod" stays there, and dev would come beside it',
    ]);
    expect(await world.remove('prod')).toBe(true);
    expect(await world.define('live', { size: 'small', cluster: 'prod', promotesFrom: 'staging' })).toBe(
      true,
    );
  });

  test('by one that comes to the cluster where another is still pinned', async () => {
    const world = await stateless();
    world.now += 20 * hour;
    await world.promote('prod');
    const moves = {
      'environments/prod/environment.ts': '{ "size": "small", "cluster": "new" }',
      'environments/dev/environment.ts': '{ "size": "small", "cluster": "prod" }',
    };
    expect(await world.change(moves)).toBe(false);
    expect(world.refusal).toEqual([
      'namespace-clash: dev and prod would both run in "api" on "prod" of main, "cache" on "prod" of main, "db" on "prod" of main, "meter" on "prod" of main',
    ]);
  });

  test('by a platform that gets another name', async () => {
    const world = await stateless();
    expect(await world.change({ 'platform.json': '{ "name": "acme" }' })).toBe(false);
    expect(world.refusal).toHaveLength(3);
    expect(world.refusal.at(-1)).toBe(
      'second-root: staging: its root is argocd/demo-staging, and argocd/acme-staging would come beside it, for the same objects',
    );
  });

  test('by a platform that gets another name while what runs is pinned', async () => {
    const world = pinned.copy();
    await world.remove('dev');
    expect(await world.change({ 'platform.json': '{ "name": "acme" }' })).toBe(false);
    expect(world.refusal.join('\n')).toMatch('second-root: prod: its root is argocd/demo-prod');
  });
});

describe('the gate', () => {
  /** What it says of a commit on a branch, by environment. */
  const verdict = async (world: World, change: () => Promise<boolean>): Promise<string[]> => {
    const commit = await world.onBranch('change', 'main', async () => {
      expect(await change()).toBe(true);
    });
    const judged = await checkCommit(commit, world.tools());
    return judged.flatMap(({ environment, refused }) =>
      refused.length === 0
        ? [`${environment} may`]
        : refused.map(({ app, detail }) => `${environment}: ${app}: ${detail}`),
    );
  };
  const settings = { size: 'small', promotesFrom: 'staging', soak: '12h', cluster: 'prod' } as const;

  test('lets a pinned environment be renamed', async () => {
    const world = pinned.copy();
    expect(await verdict(world, () => world.rename('prod', 'live'))).toEqual(['live may']);
  });

  test('does not let it follow a branch, or run what has not soaked, because it is renamed', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    const newest = world.git('rev-parse', 'HEAD');
    const following = world.copy();
    const renamed = async (at: World, release: string): Promise<boolean> => {
      write(at.root, { 'environments/prod/release.yaml': release });
      at.git('add', '--all');
      return await at.rename('prod', 'live');
    };
    expect(await verdict(following, () => renamed(following, 'follow: main\n'))).toEqual([
      'live: every app: the release would follow a branch, and deploy everything on it at once',
    ]);
    expect(await verdict(world, () => renamed(world, `revision: ${newest}\n`))).toEqual([
      expect.stringMatching(/^live: api: \w{12} is not what soaked in staging|^live: api: still soaking/),
    ]);
  });

  test('lets an environment be removed, and another one come that deploys elsewhere', async () => {
    const world = pinned.copy();
    const retired = '{ "retired": ["prod"] }';
    write(world.root, { 'platform.json': retired });
    expect(await verdict(world, () => world.remove('prod'))).toEqual([]);
    const other = pinned.copy();
    expect(await verdict(other, () => other.define('lab', { ...settings, cluster: 'lab' }))).toEqual([
      'lab may',
    ]);
  });

  test('does not let another one take the cluster of one that is removed', async () => {
    const taken =
      /^live: every app: it would deploy to the cluster "prod", where prod runs, which the commit removes/;
    const world = pinned.copy();
    write(world.root, { 'platform.json': '{ "retired": ["prod"] }' });
    // In two commits, for one that does both is refused by generate.
    const both = async (): Promise<boolean> =>
      (await world.remove('prod')) &&
      (await world.change({ 'platform.json': '{}' })) &&
      (await world.define('live', settings));
    expect(await verdict(world, both)).toEqual(['live may', expect.stringMatching(taken)]);
  });
});

test('an environment that follows a branch which is nowhere is refused, and one that is there may be followed', async () => {
  const world = await World.create();
  const follow = (branch: string): Promise<boolean> =>
    world.change({ 'environments/dev/release.yaml': `follow: ${branch}\n` });
  expect(await follow('master')).toBe(false);
  expect(world.refusal).toEqual([
    'unknown-branch: there is no branch "master", neither here nor where this repository was cloned from',
  ]);
  world.git('branch', 'lab');
  expect(await follow('lab')).toBe(true);
  const clone = world.clone('--single-branch');
  write(clone.root, { 'environments/dev/release.yaml': 'follow: lab\n' });
  expect(await clone.drift()).toEqual([]);
  // A platform that merges to another branch, and whose environments follow the one that it began with.
  world.git('branch', '--move', 'main', 'master');
  expect(await world.change({ 'platform.json': '{ "branch": "master" }' })).toBe(false);
  expect(world.refusal.at(-1)).toBe(
    'unknown-branch: there is no branch "main", neither here nor where this repository was cloned from',
  );
});

test('status tells pins and releases of one commit, and which, on whatever branch', async () => {
  const world = pinned.copy();
  await world.changeApps(turned(world, 'api', { knob: 1 }));
  const { head } = world.history();
  world.git('switch', '--quiet', '-c', 'wip');
  write(world.root, { 'environments/prod/release.yaml': 'follow: main\n' });
  const model = await modelIn(repositoryAt(world.root));
  expect(model.environments.find(({ name }) => name === 'prod')?.release?.kind).toBe('following');
  const facts = { model, history: world.history(), clock: clockAt(world.now), pullRequests: [] };
  const status = statusOf({ ...facts, drifting: new Set() });
  const prod = status.find(({ name }) => name === 'prod');
  expect(prod).toMatchObject({
    asOf: head,
    follows: null,
    revision: world.history().moments('prod')[0]?.pins.revision,
  });
  expect(statusText(status)).toContain(
    `as of ${head.slice(0, 12)}, the newest commit of the main branch here`,
  );
});

test('an environment that comes below a pinned one is promoted to once upstream has what it needs', async () => {
  const world = pinned.copy();
  // At the pins of staging there is nothing of it yet.
  expect(await world.define('canary', { size: 'small', promotesFrom: 'staging', soak: '1h' })).toBe(true);
  const first = await world.promote('canary');
  expect([moved(first), first.described.plan.deferred]).toEqual([[], []]);
  expect(Object.keys(world.pins('canary')).sort()).toEqual(['api', 'cache', 'db', 'meter']);
  await world.changeApps(turned(world, 'api', { knob: 1 }));
  world.now += 3 * hour;
  await world.promote('staging');
  world.now += 2 * hour;
  expect(moved(await world.promote('canary'))).toEqual(['api']);
  expect(Object.keys(world.pins('canary')).sort()).toEqual(['api', 'cache', 'db', 'meter']);
  expect(await world.drift()).toEqual([]);
});

test('an environment that comes while upstream is held back by a hotfix runs what it can, and the rest later', async () => {
  const world = pinned.copy();
  const fix = await world.onBranch('release/prod/fix', world.pins('prod').api ?? '', () =>
    world.changeApps(turned(world, 'api', { knob: 99 })),
  );
  await world.promote('prod', { apps: ['api'], revision: fix, emergency: 'users wait' });
  // Main gives the app up, so that what it reads from cannot move in prod as long as the fix runs there.
  await world.changeApps(world.sketches.filter(({ name }) => name !== 'api'));
  // Without a release.yaml, nothing runs in it yet.
  const settings = { size: 'small', promotesFrom: 'prod', soak: '1h' } as const;
  expect(await world.define('edge', settings, null)).toBe(true);
  const runsOn = async (): Promise<string[]> => {
    for (const name of ['staging', 'prod', 'edge']) {
      world.now += 13 * hour;
      await world.promote(name);
    }
    expect(await world.drift()).toEqual([]);
    return Object.keys(world.pins('edge')).sort();
  };
  expect(await runsOn()).toEqual(['meter']);
  world.git('merge', '--quiet', '--strategy=ours', fix, '-m', 'What the fix was for is gone');
  expect(await runsOn()).toEqual(['cache', 'db', 'meter']);
});
