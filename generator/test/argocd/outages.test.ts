import { onePerWave, upgrade } from './harness/changes.ts';
import { test } from './harness/platform.ts';
import { sleep } from './harness/running.ts';
import { byUpgrade, moment, unharmed } from './harness/unharmed.ts';

test('no repo-server, and no redis, while a commit comes in', async ({ platform }) => {
  const { stage } = platform;
  const before = await moment(platform);
  await stage.argo.stop('repositories', 'SIGKILL');
  await stage.argo.stop('redis', 'SIGKILL');
  upgrade(platform, ...onePerWave(platform).slice(-2));
  const commit = await stage.world.push('an upgrade that nobody can render yet');
  await platform.refresh(undefined);
  await sleep(120_000);
  await stage.argo.start('redis');
  await stage.argo.start('repositories');
  await platform.settled(commit);
  await unharmed(platform, commit, before, byUpgrade);
});

test('git cannot be reached for a while', async ({ platform }) => {
  const { stage } = platform;
  const before = await moment(platform);
  upgrade(platform, ...onePerWave(platform).slice(-2));
  const commit = await stage.world.push('an upgrade that nobody can fetch yet');
  await stage.world.hide(true);
  await platform.refresh(undefined);
  await sleep(240_000);
  await stage.world.hide(false);
  await platform.settled(commit);
  await unharmed(platform, commit, before, byUpgrade);
});
