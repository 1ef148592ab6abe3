import { beforeAll, expect, test } from 'vitest';
import type { Release } from '../../src/definition/release.ts';
import type { Promotion } from '../../src/promotion.ts';
import { checkRelease } from '../../src/release-check.ts';
import { MemoryForge } from '../support/memory-forge.ts';
import { World } from './world.ts';

const hour = 3600;

/** Staging and prod pinned long ago; the api has changed since, and has run in dev for twenty hours. */
let world: World;

beforeAll(async () => {
  world = await World.create();
  world.now += 20 * hour;
  await world.promote('staging');
  await world.promote('prod');
  world.now += 20 * hour;
  await world.changeApps(world.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 1 : app.knob })));
});

const released = ({ described }: Promotion): Release | null => described.plan.next;
const words = async (at: World, environment: string, release: Release | null): Promise<string[]> =>
  (await checkRelease(environment, release, at.tools())).map(({ app, detail }) => `${app}: ${detail}`);

test('what a promotion asks for may be merged, and may not once a freeze has begun', async () => {
  const late = world.copy();
  late.now += 20 * hour;
  const release = released(await late.plan('staging'));
  expect(release).not.toBeNull();
  expect(await words(late, 'staging', release)).toEqual([]);
  late.freezes = [{ reason: 'end of year', from: '2023-01-01T00:00:00Z', until: '2024-01-01T00:00:00Z' }];
  expect(await words(late, 'staging', release)).toEqual([
    'api: release freeze: end of year, until 2024-01-01T00:00:00Z',
  ]);
});

test('a pin that somebody moved by hand waits for its soak, unless the release says why it cannot', async () => {
  const early = world.copy();
  early.now += 600;
  const pinned = released(await early.plan('staging', { emergency: 'users wait' }));
  if (pinned?.kind !== 'pinned') throw new Error('nothing was pinned');
  expect(await words(early, 'staging', pinned)).toEqual([]);
  const [refused = '', ...others] = await words(early, 'staging', { ...pinned, emergencies: [] });
  expect(others).toEqual([]);
  expect(refused).toMatch(/^api: still soaking: .*soaked .* of 2h in dev$/);
});

test('a way back is always open; following a branch again is not', async () => {
  const late = world.copy();
  late.now += 20 * hour;
  await late.promote('staging');
  const back = released(await late.plan('staging', { to: 'PREVIOUS' }));
  late.freezes = [{ reason: 'end of year', from: '2023-01-01T00:00:00Z', until: '2024-01-01T00:00:00Z' }];
  expect(await words(late, 'staging', back)).toEqual([]);
  expect(await words(late, 'staging', { kind: 'following', branch: 'main' })).toEqual([
    'every app: the release would follow a branch, and deploy everything on it at once',
  ]);
});

test('never past an environment', async () => {
  const late = world.copy();
  late.now += 40 * hour;
  const staging = released(await late.plan('staging'));
  if (staging?.kind !== 'pinned') throw new Error('nothing was pinned');
  const refused = await words(late, 'prod', { ...staging, emergencies: [] });
  expect(refused).toEqual([expect.stringMatching(/^api: \w{12} is not what soaked in staging$/)]);
});

test('a copy beside the main branch waits as long as what it copies', async () => {
  const early = world.copy();
  const { sketches } = early;
  const copy = await early.onBranch('release/prod/sooner', early.pins('prod').api ?? '', () =>
    early.changeApps(sketches),
  );
  const pinned = released(await early.plan('prod', { apps: ['api'], revision: copy, emergency: 'none' }));
  if (pinned?.kind !== 'pinned') throw new Error('nothing was pinned');
  expect(await words(early, 'prod', { ...pinned, emergencies: [] })).toEqual([
    expect.stringMatching(/^api: \w{12} is not what soaked in staging$/),
  ]);
});

test('settings of the environment alone may be merged', async () => {
  const late = world.copy();
  await late.change({ 'environments/prod/environment.ts': '{ "size": "large" }' });
  expect(await words(late, 'prod', released(await late.plan('prod', { settings: true })))).toEqual([]);
});

test('a pull request says that its gate is met, and merges by itself where the environment wants that', async () => {
  const late = world.copy();
  const policy = '{ "size": "small", "automerge": "squash", "reviewers": ["acme/platform"] }';
  await late.change({ 'environments/staging/environment.ts': policy });
  late.now += 20 * hour;
  const opened = async (environment: string, emergency: string | null = null): Promise<unknown> => {
    const forge = new MemoryForge();
    await late.clone().plan(environment, { emergency }, { forge });
    const reviewers = [...forge.drafts.values()].map((draft) => draft.reviewers);
    return { reviewers, statuses: forge.statuses.length, merging: forge.merging };
  };
  expect(await opened('staging')).toEqual({
    reviewers: [['acme/platform']],
    statuses: 1,
    merging: [[1, 'squash']],
  });
  // What did not wait its turn waits for a person.
  expect(await opened('staging', 'users wait')).toMatchObject({ statuses: 1, merging: [] });
  // Prod says nothing of merging by itself.
  expect(await opened('prod', 'users wait')).toEqual({ reviewers: [[]], statuses: 1, merging: [] });
});
