import { beforeAll, expect, test } from 'vitest';
import type { PromotionRequest } from '../../src/promote/plan/request.ts';
import type { Promotion } from '../../src/promotion.ts';
import { MemoryForge } from '../support/memory-forge.ts';
import { pastOf } from './rehearsal.ts';
import type { World } from './world.ts';

const hour = 3600;
const branch = 'promote/prod';

/** Staging has had two changed apps for twenty hours; prod has neither. */
let past: World;

beforeAll(async () => {
  past = await pastOf();
});

/** A clone, its remote, and a forge that knows the branches there. */
class Scene {
  readonly remote = past.clone('--bare');
  readonly clone: World;
  readonly forge: MemoryForge;

  constructor() {
    this.clone = this.remote.clone();
    this.forge = new MemoryForge((name) => this.tip(name));
  }

  tip(name = branch): string {
    return this.remote.git('for-each-ref', '--format=%(objectname)', `refs/heads/${name}`);
  }

  run(request: Partial<PromotionRequest> = {}, environment = 'prod'): Promise<Promotion> {
    return this.clone.plan(environment, request, { forge: this.forge });
  }

  push(): void {
    this.clone.git('push', '--quiet', 'origin', 'main');
  }

  /** Merges what is open, as a forge does that squashes, and leaves the branch behind. */
  squash(environment: string): void {
    this.clone.git('fetch', '--quiet');
    this.clone.git('merge', '--quiet', '--squash', `origin/promote/${environment}`);
    this.clone.git('commit', '--quiet', '-m', `squashed promote/${environment}`);
    this.push();
  }

  /** The release that is proposed. */
  proposed(): string {
    return this.remote.git('show', `${branch}:environments/prod/release.yaml`);
  }
}

test('what staging took back since is not left green: the gate fails, and nothing merges by itself', async () => {
  const scene = new Scene();
  await scene.clone.change({
    'environments/prod/environment.ts': '{ "size": "small", "automerge": "squash" }\n',
  });
  scene.push();
  await scene.run({ apps: ['api'] });
  const tip = scene.tip();
  expect(scene.forge.gates.get(tip)?.state).toBe('success');
  expect(scene.forge.merging).toEqual([[1, 'squash']]);
  await scene.run({ to: 'PREVIOUS' }, 'staging');
  scene.squash('staging');
  const { step } = await scene.run();
  expect(step).toMatchObject({ kind: 'leave', why: 'chosen' });
  expect(step).toMatchObject({
    detail: expect.stringMatching(/must not be merged now: prod: api: .*it blocks/),
  });
  expect(scene.tip()).toBe(tip);
  expect(scene.forge.gates.get(tip)).toMatchObject({
    state: 'failure',
    description: expect.stringContaining('api'),
  });
  expect(scene.forge.merging).toEqual([]);
});

test('any pull request that changes the release is judged, whoever opened it', async () => {
  const scene = new Scene();
  const head = scene.clone.git('rev-parse', 'HEAD');
  await scene.clone.changeApps(scene.clone.sketches.map((app) => ({ ...app, knob: 7 })));
  scene.push();
  const young = scene.clone.git('rev-parse', 'HEAD');
  scene.clone.git('switch', '--quiet', '-c', 'by-hand');
  await scene.clone.change({ 'environments/prod/release.yaml': `revision: '${head}'\n` });
  scene.clone.git('push', '--quiet', 'origin', 'by-hand');
  const draft = { base: 'main', title: 'By hand', body: '', labels: [], reviewers: [] };
  await scene.forge.savePullRequest({ ...draft, head: 'by-hand' });
  scene.clone.git('switch', '--quiet', 'main');
  await scene.run();
  expect(scene.forge.gates.get(scene.tip('by-hand'))?.state).toBe('success');
  scene.clone.git('switch', '--quiet', 'by-hand');
  await scene.clone.change({ 'environments/prod/release.yaml': `revision: '${young}'\n` });
  scene.clone.git('push', '--quiet', 'origin', 'by-hand');
  scene.clone.git('switch', '--quiet', 'main');
  const { open } = await scene.run();
  expect(scene.forge.gates.get(scene.tip('by-hand'))?.state).toBe('failure');
  expect(open.map(({ branch: name, refusals }) => [name, refusals.length > 0])).toContainEqual([
    'by-hand',
    true,
  ]);
});

test('an emergency that is open stays what it is, also without a forge', async () => {
  const scene = new Scene();
  await scene.clone.plan('prod', { apps: ['api'], emergency: "users can't log in" });
  const tip = scene.tip();
  const { step } = await scene.clone.plan('prod');
  expect(step).toMatchObject({ kind: 'leave', why: 'chosen' });
  expect(step).toMatchObject({
    detail: expect.stringContaining("--app api --emergency 'users can'\\''t log in'"),
  });
  expect(scene.tip()).toBe(tip);
});

test('what was chosen stays mergeable while main goes on, and is the same release', async () => {
  const scene = new Scene();
  await scene.run({ apps: ['api'] });
  const release = scene.proposed();
  await scene.clone.changeApps(scene.clone.sketches.map((app) => ({ ...app, knob: 9 })));
  scene.push();
  expect(['renew', 'leave']).toContain((await scene.run()).step.kind);
  expect(scene.proposed()).toBe(release);
  scene.clone.git('fetch', '--quiet');
  scene.clone.git('merge', '--quiet', '--no-edit', `origin/${branch}`);
  expect(await scene.clone.drift()).toEqual([]);
  // And it is still known as what was chosen.
  expect(scene.remote.git('log', '-1', '--format=%B', branch)).toContain('Requested: --app api\n');
});

test('what was chosen no longer counts once it was squashed into main', async () => {
  const scene = new Scene();
  await scene.run({ apps: ['api'] });
  scene.squash('prod');
  scene.forge.merged.push(1);
  expect((await scene.run()).step.kind).toBe('propose');
  expect((await scene.run()).draft.title).toContain('meter');
});

test('nor once main has another release, nor once a person closed it', async () => {
  const outdated = new Scene();
  await outdated.run({ apps: ['api'] });
  const { revision = '' } = { revision: outdated.clone.git('show', 'HEAD:environments/prod/release.yaml') };
  const held = `${revision}\nhold:\n  db: { reason: 'we look at it', until: '2099-01-01' }\n`;
  await outdated.clone.change({ 'environments/prod/release.yaml': held });
  outdated.push();
  expect((await outdated.run()).step.kind).toBe('propose');
  const closed = new Scene();
  await closed.run({ apps: ['api'] });
  closed.forge.closed.push(1);
  expect((await closed.run()).step.kind).toBe('propose');
});

test('a pull request without a reason is closed if a run made it, and not if a person chose it', async () => {
  const scene = new Scene();
  await scene.run();
  await scene.run({ to: 'PREVIOUS' }, 'staging');
  scene.squash('staging');
  expect((await scene.run()).step.kind).toBe('close');
  expect(scene.forge.closed).toEqual([1]);
});

test('a way back that does not fit pushes nothing, and no branch without a commit is left', async () => {
  const scene = new Scene();
  const { clone } = scene;
  await clone.changeApps(clone.sketches.map((app) => (app.name === 'cache' ? { ...app, port: 7000 } : app)));
  scene.push();
  for (const environment of ['staging', 'prod']) {
    clone.now += 20 * hour;
    await scene.run({}, environment);
    scene.squash(environment);
  }
  clone.git('push', '--quiet', 'origin', `:${branch}`);
  const before = scene.remote.git('for-each-ref');
  const { step, described } = await scene.run({ apps: ['api'], to: 'PREVIOUS' });
  expect(step).toEqual({ kind: 'nothing' });
  expect(described.plan.deferred).toMatchObject([{ app: 'api', reason: 'needs' }]);
  expect(scene.remote.git('for-each-ref')).toBe(before);
});

test('a main branch that is not what it generates is not promoted', async () => {
  const scene = new Scene();
  scene.clone.git('rm', '--quiet', 'environments/dev/generated/PLAN.md');
  scene.clone.git('commit', '--quiet', '-m', 'by hand');
  scene.push();
  const { step } = await scene.run();
  expect(step).toMatchObject({ kind: 'refuse', detail: expect.stringContaining('npm run generate') });
  expect(scene.tip()).toBe('');
});

test('what comes to the same is not pushed again, though main has newer commits that could be pinned', async () => {
  const scene = new Scene();
  const knob = (name: string, to: number): Promise<boolean> =>
    scene.clone.changeApps(
      scene.clone.sketches.map((app) => (app.name === name ? { ...app, knob: to } : app)),
    );
  await knob('api', 2);
  scene.push();
  scene.clone.now += 3 * hour;
  await scene.run({}, 'staging');
  const tip = scene.tip('promote/staging');
  await knob('cache', 5);
  await knob('cache', 0);
  scene.push();
  scene.clone.now += 3 * hour;
  const later = await scene.run({}, 'staging');
  expect([scene.tip('promote/staging'), later.published?.changed]).toEqual([tip, false]);
  expect(later.described.plan.moves.map(({ app }) => app)).toEqual(['api']);
  await knob('cache', 6);
  scene.push();
  scene.clone.now += 3 * hour;
  await scene.run({}, 'staging');
  expect(scene.tip('promote/staging')).not.toBe(tip);
});
