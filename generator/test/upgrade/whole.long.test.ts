import { beforeAll, expect, test } from 'vitest';
import { copyOf, edit } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { git } from '../github/fixture.ts';
import { smallRepository } from '../support/repository.ts';
import {
  cloneFor,
  copyOfWorld,
  type EndedRun,
  endOf,
  type GitHubWorld,
  inTurns,
  runApart,
  worldOf,
} from './github-hands.ts';
import { type FaultProxy, startFaultProxy } from './registry/fault-proxy.ts';
import { pushImage } from './registry/images.ts';
import { startRegistry } from './registry/registry-server.ts';

let proxy: FaultProxy;
/** A small repository whose images lie in a real registry, two of them with newer versions. */
let root: string;

beforeAll(async () => {
  const registry = await startRegistry();
  proxy = await startFaultProxy(registry.host);
  root = smallRepository();
  const tags = { db: ['16.1.0'], meter: ['3.0.0', '3.0.1'], web: ['2.1.0', '2.1.1', '2.2.0'] };
  for (const [name, all] of Object.entries(tags)) {
    edit(root, 'images.yaml', `docker.io/library/${name}\n`, `${proxy.host}/acme/${name}\n`);
    for (const tag of all)
      await pushImage(registry, `acme/${name}`, tag, { content: tag, entrypoint: [name] });
  }
  const buckets = "buckets: ['files'],";
  edit(root, 'environments/platform.ts', buckets, `${buckets}\n  upgrades: { cooldown: 0 },`);
  const { code, stderr } = await program(['generate', '--root', root]);
  expect(code, stderr).toBe(0);
});

interface Kill {
  readonly whom: 'GitHub' | 'registry';
  readonly call: number;
}

/** Upgrades in a clone; killed as soon as somebody has got so many calls. */
async function upgradeAll(world: GitHubWorld, clone: string, kill?: Kill): Promise<EndedRun> {
  const { server } = world;
  const { apiUrl, token } = server;
  const calls = kill?.whom === 'registry' ? proxy.calls : server.calls;
  const limit = calls.length + (kill?.call ?? Number.POSITIVE_INFINITY);
  const input = { root: clone, apiUrl, token, now: 1_767_225_600 };
  return runApart('whole-run.ts', input, () => calls.length >= limit);
}

/** One run that nothing happens to. */
async function wholeRun(past: GitHubWorld): Promise<GitHubWorld> {
  const world = await copyOfWorld(past);
  proxy.clear();
  const { code, output, said } = await upgradeAll(world, cloneFor(world));
  expect([code, output, said]).toEqual([0, '', []]);
  return world;
}

async function endsAlike(past: GitHubWorld, end: object, kill: Kill): Promise<void> {
  const world = await copyOfWorld(past);
  const clone = cloneFor(world);
  await upgradeAll(world, clone, kill);
  const { code, output } = await upgradeAll(world, clone);
  expect([kill, code, output]).toEqual([kill, 0, '']);
  expect(endOf(world), `killed at call ${kill.call} of ${kill.whom}`).toEqual(end);
}

test('proposes what is newer, and the next run writes nothing', async () => {
  const world = await wholeRun(await worldOf(copyOf(root)));
  expect(world.server.world.pulls.map(({ head, state }) => `${head} ${state}`).sort()).toEqual([
    'upgrade/digests open',
    'upgrade/meter open',
    'upgrade/web open',
  ]);
  const end = endOf(world);
  const tips = git(world.bare, 'for-each-ref');
  expect((await upgradeAll(world, cloneFor(world))).code).toBe(0);
  expect(endOf(world)).toEqual(end);
  expect(git(world.bare, 'for-each-ref')).toBe(tips);
});

test('killed at every call to GitHub, git included, and run again: the same end', async () => {
  const past = await worldOf(copyOf(root));
  const whole = await wholeRun(past);
  const end = endOf(whole);
  const kills = whole.server.calls.map((_, i) => () => endsAlike(past, end, { whom: 'GitHub', call: i + 1 }));
  expect(kills.length).toBeGreaterThan(20);
  await inTurns(kills);
});

test('killed at every request to the registry, and run again: the same end', async () => {
  const past = await worldOf(copyOf(root));
  const end = endOf(await wholeRun(past));
  const requests = proxy.calls.length;
  expect(requests).toBeGreaterThan(3);
  // One after the other: all of them ask the same registry.
  for (let call = 1; call <= requests; call++) await endsAlike(past, end, { whom: 'registry', call });
});

test('two at once end as one', async () => {
  const past = await worldOf(copyOf(root));
  const end = endOf(await wholeRun(past));
  const world = await copyOfWorld(past);
  const clones = [cloneFor(world), cloneFor(world)];
  await Promise.all(clones.map((clone) => upgradeAll(world, clone)));
  for (const clone of clones) expect((await upgradeAll(world, clone)).code).toBe(0);
  expect(endOf(world)).toEqual(end);
});
