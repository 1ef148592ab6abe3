import { expect } from 'vitest';
import { onePerWave, upgrade } from './harness/changes.ts';
import { broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { git } from './harness/world.ts';

/** Apps whose values differ between two commits. */
async function changedBetween({ stage, environment }: Platform, from: string, to: string): Promise<string[]> {
  const folder = `environments/${environment}/generated/candidate/values`;
  const names = await git(stage.world.tree, 'diff', '--name-only', from, to, '--', folder);
  return names.split('\n').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
}

test('an upgrade of an app in every wave keeps the order, whoever looks first', async ({ platform }) => {
  const { stage } = platform;
  const apps = onePerWave(platform);
  const before = stage.record.mark();
  const old = await stage.world.head();
  upgrade(platform, ...apps);
  const commit = await stage.world.push('upgrade one app of each wave');
  await platform.refreshBackwards();
  await platform.settled(commit);

  const changed = await changedBetween(platform, old, commit);
  expect(changed).toEqual(expect.arrayContaining(apps));
  expect(platform.syncedSince(before)).toEqual([...new Set(changed)].sort());
  expect(broken(platform.edges({ after: before, target: platform.at(commit) }))).toEqual([]);
});

test('a commit that changes no app moves none', async ({ platform }) => {
  const { stage } = platform;
  const before = stage.record.mark();
  stage.world.write({ 'NOTES.md': 'nothing that runs\n' });
  const commit = await stage.world.push('a note');
  await platform.refresh(undefined);
  await platform.settled(commit);
  expect(platform.syncedSince(before)).toEqual([]);
});
