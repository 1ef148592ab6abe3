import { expect } from 'vitest';
import { onePerWave, upgrade } from './harness/changes.ts';
import { begins, broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { git } from './harness/world.ts';

/** Apps whose values differ between two commits. */
async function changedBetween({ stage, environment }: Platform, from: string, to: string): Promise<string[]> {
  const folder = `environments/${environment}/generated/candidate/values`;
  const names = await git(stage.world.tree, 'diff', '--name-only', from, to, '--', folder);
  return names.split('\n').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
}

test('an upgrade of an app in every wave keeps the order, whoever looks first', async ({ platform }) => {
  const { stage, plan, nameOf, refresh } = platform;
  const apps = onePerWave(platform);
  const before = stage.record.mark();
  const old = await git(stage.world.tree, 'rev-parse', 'HEAD');
  upgrade(platform, ...apps);
  const commit = await stage.world.push('upgrade one app of each wave');
  // The worst order: the last to sync learn of the commit first, and the root, which alone may move them, last.
  await refresh(...[...plan()].sort((a, b) => b.wave - a.wave).map(({ name }) => name), undefined);
  await platform.settled(commit);

  const changed = await changedBetween(platform, old, commit);
  expect(changed).toEqual(expect.arrayContaining(apps));
  const synced = plan()
    .map(({ name }) => name)
    .filter((name) => begins(stage.record, nameOf(name), before).length > 0);
  expect(synced.sort()).toEqual([...new Set(changed)].sort());
  expect(broken(platform.edges({ after: before, target: platform.at(commit) }))).toEqual([]);
});

test('a commit that changes no app moves none', async ({ platform }) => {
  const { stage, plan, nameOf } = platform;
  const before = stage.record.mark();
  stage.world.write({ 'NOTES.md': 'nothing that runs\n' });
  const commit = await stage.world.push('a note');
  await platform.refresh(undefined);
  await platform.settled(commit);
  expect(plan().flatMap(({ name }) => begins(stage.record, nameOf(name), before))).toEqual([]);
});
