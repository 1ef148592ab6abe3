import { beforeAll, describe, expect, test } from 'vitest';
import type { Forge } from '../../src/forge/forge.ts';
import { ExternalError } from '../../src/problem/errors.ts';
import { everything } from '../../src/promote/plan/request.ts';
import { type PromotionTools, promote } from '../../src/promotion.ts';
import { MemoryForge } from '../support/memory-forge.ts';
import { World } from './world.ts';

const hour = 3600;
const options = { environment: 'staging', request: everything, dryRun: false };

/** A repository that has something to promote to staging. */
let past: World;

beforeAll(async () => {
  past = await World.create();
  past.now += 20 * hour;
  await past.promote('staging');
  await past.changeApps(
    past.sketches.map((app) => ({ ...app, knob: app.knob + (app.name === 'api' ? 1 : 0) })),
  );
  past.now += 20 * hour;
  past.git('branch', '--quiet', '-D', 'promote/staging');
});

/** A remote, and a clone of it. */
function remoteAndClone(): { remote: World; clone: World } {
  const remote = past.clone('--bare');
  return { remote, clone: remote.clone() };
}

/** All that a promotion leaves behind, in git and at the forge. */
function traces(remote: World, forge: MemoryForge): unknown {
  const tags = remote.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/tags');
  const tree = remote.git('rev-parse', 'promote/staging^{tree}');
  const commits = remote.git('rev-list', '--count', 'main..promote/staging');
  return { tags, tree, commits, drafts: [...forge.drafts], closed: forge.closed };
}

test('a promotion is one commit on a branch, and a pull request that says what it brings', async () => {
  const { remote, clone } = remoteAndClone();
  const forge = new MemoryForge();
  const head = clone.git('rev-parse', 'HEAD');
  const { pullRequest, published } = await clone.plan('staging', {}, { forge });
  expect(published).toEqual({ changed: true, remote: 'origin' });
  expect(pullRequest).toMatchObject({ number: 1, head: 'promote/staging', title: 'Promote api to staging' });
  expect(remote.git('rev-parse', 'promote/staging~1')).toBe(head);
  // The main branch keeps its own commits.
  expect(remote.git('tag')).toBe('');
  expect(remote.git('log', '-1', '--format=%an <%ae>', 'promote/staging')).toBe('test <test@example.org>');
  const draft = forge.drafts.get(1);
  expect(draft).toMatchObject({ base: 'main', labels: ['promotion', 'environment: staging'] });
  expect(draft?.body).toContain('| **api** | 0.1.0 | values | [#7](https://git.example.org/pull/7) |');
  expect(draft?.body).toContain('-knob: 0\n+knob: 1\n');
  expect(draft?.body).toContain('Only the pinned commit changes, not what is deployed: cache, db and meter.');
  // Nobody's checkout was touched.
  expect(clone.git('status', '--porcelain')).toBe('');
  expect(clone.git('worktree', 'list').split('\n')).toHaveLength(1);
});

test('a dry run says the same and leaves no trace', async () => {
  const { remote, clone } = remoteAndClone();
  const forge = new MemoryForge();
  const before = remote.git('for-each-ref');
  const dry = await clone.plan('staging', {}, { forge, dryRun: true });
  expect(remote.git('for-each-ref')).toBe(before);
  expect(forge.drafts.size).toBe(0);
  const real = await clone.plan('staging', {}, { forge });
  expect({ draft: dry.draft, release: dry.described.release }).toEqual({
    draft: real.draft,
    release: real.described.release,
  });
});

test('cut off at any call that goes out and run again, it ends as if nothing had happened', async () => {
  const whole = remoteAndClone();
  const wholeForge = new MemoryForge();
  await whole.clone.plan('staging', {}, { forge: wholeForge });
  const wanted = traces(whole.remote, wholeForge);
  for (const when of ['before', 'after'] as const) {
    for (let cut = 1; ; cut++) {
      const { remote, clone } = remoteAndClone();
      const forge = new MemoryForge();
      const wasCut = await promote(options, cutOff(clone.tools(forge), forge, cut, when)).then(
        () => false,
        (error: Error) => error.message === 'cut off',
      );
      if (!wasCut) {
        expect(cut).toBeGreaterThan(3);
        break;
      }
      await clone.plan('staging', {}, { forge });
      expect(traces(remote, forge), `${when} call ${cut}`).toEqual(wanted);
    }
  }
});

/** Fails at one of the calls that reach the world outside: before it was made, or after, when its answer is lost. */
function cutOff(tools: PromotionTools, forge: Forge, cut: number, when: 'before' | 'after'): PromotionTools {
  let calls = 0;
  const guarded = <T extends object>(target: T, names: readonly (keyof T)[]): T =>
    new Proxy(target, {
      get(from, name) {
        const value = from[name as keyof T];
        if (typeof value !== 'function' || !names.includes(name as keyof T)) return value;
        return (...args: unknown[]) => {
          calls += 1;
          const now = calls === cut;
          if (now && when === 'before') throw new Error('cut off');
          const result: unknown = value.apply(from, args);
          if (now) throw new Error('cut off');
          return result;
        };
      },
    });
  return {
    ...guarded(tools, ['publish', 'checkout']),
    forge: guarded(forge, ['savePullRequest', 'pullRequestsOf']),
  };
}

test('two runs at once double nothing', async () => {
  const { remote, clone } = remoteAndClone();
  const other = remote.clone();
  const forge = new MemoryForge();
  // Both have looked before either has pushed.
  const [first, second] = [clone.tools(forge), other.tools(forge)];
  await promote(options, first);
  other.now += 5;
  const late = await promote(options, { ...second }).catch((error: unknown) => error);
  if (late instanceof Error) expect(late).toMatchObject({ name: 'ExternalError', retry: true });
  await other.plan('staging', {}, { forge });
  expect(forge.drafts.size).toBe(1);
  expect(remote.git('rev-list', '--count', 'main..promote/staging')).toBe('1');
});

test('main goes on: a branch that merges to the same stays as it is, with its approvals', async () => {
  const { remote, clone } = remoteAndClone();
  const forge = new MemoryForge();
  await clone.plan('staging', {}, { forge });
  const tip = remote.git('rev-parse', 'promote/staging');
  await clone.change({ 'notes.md': 'main goes on\n' });
  clone.git('push', '--quiet', 'origin', 'main');
  expect(await clone.plan('staging', {}, { forge })).toMatchObject({ published: { changed: false } });
  expect(remote.git('rev-parse', 'promote/staging')).toBe(tip);
  clone.now += 20 * hour;
  await clone.changeApps(clone.sketches.map((app) => ({ ...app, knob: 9 })));
  clone.git('push', '--quiet', 'origin', 'main');
  clone.now += 20 * hour;
  await clone.plan('staging', {}, { forge });
  expect(forge.drafts.size).toBe(1);
  expect(remote.git('rev-parse', 'promote/staging~1')).toBe(clone.git('rev-parse', 'HEAD'));
});

test('work of others on the branch is not overwritten, and a pull request without a reason is closed', async () => {
  const { remote, clone } = remoteAndClone();
  const forge = new MemoryForge();
  await clone.plan('staging', {}, { forge });
  clone.git('fetch', '--quiet');
  clone.git('switch', '--quiet', 'promote/staging');
  clone.git('commit', '--quiet', '--allow-empty', '-m', 'mine');
  clone.git('push', '--quiet', 'origin', 'promote/staging');
  clone.git('switch', '--quiet', 'main');
  await clone.change({ 'notes.md': 'main goes on\n' });
  clone.git('push', '--quiet', 'origin', 'main');
  const tip = remote.git('rev-parse', 'promote/staging');
  expect(await clone.plan('staging', {}, { forge })).toMatchObject({
    step: { kind: 'leave', why: 'person' },
    published: null,
  });
  expect(forge.comments.get(1)).toContain('promote/staging has a commit of a person');
  expect(await clone.plan('staging', { apps: ['api'] }, { forge })).toMatchObject({
    step: { kind: 'refuse' },
    published: null,
  });
  expect(remote.git('rev-parse', 'promote/staging')).toBe(tip);
  clone.git('merge', '--quiet', '--no-ff', 'origin/promote/staging', '-m', 'merged');
  clone.git('push', '--quiet', 'origin', 'main');
  await clone.plan('staging', {}, { forge });
  expect(forge.closed).toEqual([1]);
});

test('what somebody chose is not swept away by the promotion of everything', async () => {
  const { remote, clone } = remoteAndClone();
  const forge = new MemoryForge();
  await clone.plan('staging', { apps: ['meter', 'api'] }, { forge });
  const tip = remote.git('rev-parse', 'promote/staging');
  const swept = await clone.plan('staging', {}, { forge });
  expect(swept).toMatchObject({ published: null, pullRequest: { number: 1 }, step: { kind: 'leave' } });
  // Git says so: without a forge it is left alone as well.
  expect(await clone.plan('staging')).toMatchObject({ published: null, step: { kind: 'leave' } });
  expect(remote.git('rev-parse', 'promote/staging')).toBe(tip);
  const again = await clone.plan('staging', { apps: ['api'] }, { forge });
  expect(again).toMatchObject({ published: { changed: true }, pullRequest: { number: 1 } });
});

describe('a clone that lacks the pins', () => {
  test('shallow: fetches what it lacks, and generates the same', async () => {
    const { remote, clone } = remoteAndClone();
    clone.git('commit', '--quiet', '--allow-empty', '-m', 'later');
    clone.git('push', '--quiet', 'origin', 'main');
    const shallow = new World();
    shallow.git('clone', '--quiet', '--depth', '1', `file://${remote.root}`, '.');
    expect(shallow.git('rev-parse', '--is-shallow-repository')).toBe('true');
    expect(await shallow.drift()).toEqual([]);
    expect(shallow.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });

  test('shallow, and the remote is gone: says how to get them', async () => {
    const { remote } = remoteAndClone();
    const shallow = new World();
    shallow.git('clone', '--quiet', '--depth', '1', `file://${remote.root}`, '.');
    shallow.git('remote', 'set-url', 'origin', 'file:///nowhere/at/all');
    const error = await shallow.drift().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExternalError);
    expect((error as ExternalError).hint).toContain('--unshallow');
  });
});
