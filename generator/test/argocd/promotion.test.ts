import { expect } from 'vitest';
import { stringify } from 'yaml';
import { onePerWave, upgrade } from './harness/changes.ts';
import { begins, broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';
import { git } from './harness/world.ts';

const head = ({ stage }: Platform): Promise<string> => git(stage.world.tree, 'rev-parse', 'HEAD');

async function release(platform: Platform, text: unknown, message: string): Promise<string> {
  platform.stage.world.write({ [`environments/${platform.environment}/release.yaml`]: stringify(text) });
  return platform.stage.world.push(message);
}

/** Wakes up the last ones first, and the root, which alone may move them, last of all. */
const worstOrder = (platform: Platform): Promise<void> =>
  platform.refresh(
    ...[...platform.plan()].sort((a, b) => b.wave - a.wave).map(({ name }) => name),
    undefined,
  );

/** Apps that Argo CD has synced since a moment. */
const syncedSince = ({ stage, plan, nameOf }: Platform, moment: number): string[] =>
  plan()
    .map(({ name }) => name)
    .filter((name) => begins(stage.record, nameOf(name), moment).length > 0)
    .sort();

test('pinned, an environment moves by its pins alone: three apps in order, nothing else, and back', async ({
  platform,
}) => {
  const { stage } = platform;
  const first = await head(platform);
  let moment = stage.record.mark();
  const all = onePerWave(platform);
  const three = [all.at(1), all.at(-2), all.at(-1)].filter((app) => app !== undefined);
  upgrade(platform, ...all);
  const second = await release(platform, { revision: first }, 'pinned to what runs, and upgrades that wait');
  await worstOrder(platform);
  await platform.settled(second);
  expect(syncedSince(platform, moment)).toEqual([]);

  moment = stage.record.mark();
  const pins = { revision: first, apps: Object.fromEntries(three.map((app) => [app, second])) };
  const promoted = await release(platform, pins, 'promote three apps');
  await worstOrder(platform);
  await platform.settled(promoted);
  expect(syncedSince(platform, moment)).toEqual([...three].sort());
  const promotedTo = (app: string): string | null =>
    platform.at(first)(app) && (three.includes(app) ? second : first);
  expect(broken(platform.edges({ after: moment, target: promotedTo }))).toEqual([]);

  moment = stage.record.mark();
  const back = await release(platform, { revision: first }, 'roll back');
  await worstOrder(platform);
  await platform.settled(back);
  expect(syncedSince(platform, moment)).toEqual([...three].sort());
  expect(broken(platform.edges({ after: moment, target: platform.at(first) }))).toEqual([]);

  await platform.settled(
    await release(platform, { follow: stage.world.model.platform.branch }, 'follow again'),
  );
});
