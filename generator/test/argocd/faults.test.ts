import { expect } from 'vitest';
import type { Controller } from './harness/argocd.ts';
import { onePerWave, upgrade } from './harness/changes.ts';
import { begins } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { sleep, until } from './harness/running.ts';
import { byUpgrade, moment, unharmed } from './harness/unharmed.ts';

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
      every: 100,
    });
    await kill(platform, 'applications', 'applicationsets', 'repositories');
    killed.push(plan().find(({ name }) => name === app)?.wave ?? -1);
  }
  expect(killed.length).toBe(apps.length);
  await platform.settled(commit);
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
    { every: 100 },
  );
  await stage.cluster.restartServer();
  await platform.settled(commit);
  await unharmed(platform, commit, before, byUpgrade);
});
