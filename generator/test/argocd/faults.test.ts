import { expect } from 'vitest';
import type { Controller } from './harness/argocd.ts';
import { onePerWave, upgrade } from './harness/changes.ts';
import { begins, broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { sleep, until } from './harness/running.ts';

const long = process.env.ARGOCD_ALL !== undefined;

/** What must be true after whatever happened: nothing was made anew, nothing was deleted, the order held. */
async function unharmed(
  platform: Platform,
  commit: string,
  before: { readonly order: number; readonly identities: Map<string, string> },
  replaced: readonly string[] = [],
): Promise<void> {
  const { stage } = platform;
  const now = await platform.identities();
  const lost = [...before.identities].filter(
    ([name, uid]) => now.get(name) !== uid && !isReplaced(name, replaced),
  );
  expect(lost.map(([name]) => name)).toEqual([]);
  const since = stage.record.sights.filter(({ order }) => order > before.order);
  expect(since.filter(({ deleted }) => deleted).map(({ name }) => name)).toEqual([]);
  expect(broken(platform.edges({ after: before.order, target: platform.at(commit) }))).toEqual([]);
}

/** Jobs have a new name for each change; the one before goes. */
const isReplaced = (name: string, kinds: readonly string[]): boolean =>
  kinds.some((kind) => name.startsWith(`${kind} `));
const byUpgrade = ['Job', 'ConfigMap'];

async function moment(platform: Platform) {
  return { order: platform.stage.record.mark(), identities: await platform.identities() };
}

async function kill(platform: Platform, ...controllers: readonly Controller[]): Promise<void> {
  const { argo } = platform.stage;
  await Promise.all(controllers.map((controller) => argo.stop(controller, 'SIGKILL')));
  await sleep(1000);
  for (const controller of controllers) await argo.start(controller);
}

test('controllers killed in the middle of every wave', async ({ platform }) => {
  const { stage, plan, nameOf } = platform;
  const apps = onePerWave(platform);
  const before = await moment(platform);
  upgrade(platform, ...apps);
  const commit = await stage.world.push('an upgrade under fire');
  await platform.refresh(undefined);
  const killed: number[] = [];
  for (const app of apps) {
    await until(`${app} begins to sync`, () => begins(stage.record, nameOf(app), before.order).length > 0, {
      seconds: 240,
      every: 100,
    });
    await kill(platform, 'applications', 'applicationsets', 'repositories');
    killed.push(plan().find(({ name }) => name === app)?.wave ?? -1);
  }
  expect(killed.length).toBe(apps.length);
  await platform.settled(commit, { seconds: 240 });
  await unharmed(platform, commit, before, byUpgrade);
});

test('no repo-server, and no redis, while a commit comes in', async ({ platform }) => {
  const { stage } = platform;
  const before = await moment(platform);
  await stage.argo.stop('repositories', 'SIGKILL');
  await stage.argo.stop('redis', 'SIGKILL');
  upgrade(platform, ...onePerWave(platform).slice(-2));
  const commit = await stage.world.push('an upgrade that nobody can render yet');
  await platform.refresh(undefined);
  await sleep(long ? 120_000 : 8000);
  await stage.argo.start('redis');
  await stage.argo.start('repositories');
  await platform.settled(commit, { seconds: 300 });
  await unharmed(platform, commit, before, byUpgrade);
});

test('git cannot be reached for a while', async ({ platform }) => {
  const { stage } = platform;
  const before = await moment(platform);
  upgrade(platform, ...onePerWave(platform).slice(-2));
  const commit = await stage.world.push('an upgrade that nobody can fetch yet');
  await stage.world.hide(true);
  await platform.refresh(undefined);
  await sleep(long ? 240_000 : 8000);
  await stage.world.hide(false);
  await platform.settled(commit, { seconds: 300 });
  await unharmed(platform, commit, before, byUpgrade);
});

test('the API server restarts in the middle of an upgrade', async ({ platform }) => {
  const { stage, nameOf } = platform;
  const before = await moment(platform);
  const apps = onePerWave(platform);
  upgrade(platform, ...apps);
  const commit = await stage.world.push('an upgrade that loses its API server');
  await platform.refresh(undefined);
  const middle = apps[Math.floor(apps.length / 2)] ?? '';
  await until(
    `${middle} begins to sync`,
    () => begins(stage.record, nameOf(middle), before.order).length > 0,
    {
      seconds: 240,
      every: 100,
    },
  );
  await stage.cluster.restartServer();
  await platform.settled(commit, { seconds: 300 });
  await unharmed(platform, commit, before, byUpgrade);
});
