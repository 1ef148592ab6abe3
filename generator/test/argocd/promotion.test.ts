import { expect } from 'vitest';
import { stringify } from 'yaml';
import { onePerWave, upgrade } from './harness/changes.ts';
import { broken } from './harness/order.ts';
import { type Platform, test } from './harness/platform.ts';

async function release(platform: Platform, text: unknown, message: string): Promise<string> {
  platform.stage.world.write({ [`environments/${platform.environment}/release.yaml`]: stringify(text) });
  return platform.stage.world.push(message);
}

test('pinned, an environment moves by its pins alone: three apps in order, nothing else, and back', async ({
  platform,
}) => {
  const { stage } = platform;
  const first = await stage.world.head();
  let moment = stage.record.mark();
  const all = onePerWave(platform);
  const three = [all.at(1), all.at(-2), all.at(-1)].filter((app) => app !== undefined);
  upgrade(platform, ...all);
  const second = await release(platform, { revision: first }, 'pinned to what runs, and upgrades that wait');
  await platform.refreshBackwards();
  await platform.settled(second);
  expect(platform.syncedSince(moment)).toEqual([]);

  moment = stage.record.mark();
  const pins = { revision: first, apps: Object.fromEntries(three.map((app) => [app, second])) };
  const promoted = await release(platform, pins, 'promote three apps');
  await platform.refreshBackwards();
  await platform.settled(promoted);
  expect(platform.syncedSince(moment)).toEqual([...three].sort());
  const promotedTo = (app: string): string | null =>
    platform.at(first)(app) && (three.includes(app) ? second : first);
  expect(broken(platform.edges({ after: moment, target: promotedTo }))).toEqual([]);

  moment = stage.record.mark();
  const back = await release(platform, { revision: first }, 'roll back');
  await platform.refreshBackwards();
  await platform.settled(back);
  expect(platform.syncedSince(moment)).toEqual([...three].sort());
  expect(broken(platform.edges({ after: moment, target: platform.at(first) }))).toEqual([]);

  await platform.settled(
    await release(platform, { follow: stage.world.model.platform.branch }, 'follow again'),
  );
});
