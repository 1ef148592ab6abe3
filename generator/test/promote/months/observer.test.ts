import { expect, test } from 'vitest';
import { edit, read } from '../../../testing/folder.ts';
import { nothingIsLost } from './accidents.ts';
import { Month } from './month.ts';
import { monthOf } from './month-events.ts';

const hour = 3600;

/** A month in which something is wrong that nobody may miss. */
async function seenIn(wrong: (month: Month) => Promise<void>): Promise<string[]> {
  const month = await Month.begin();
  await wrong(month);
  month.moved();
  nothingIsLost(month);
  return month.invariants.breaches;
}

const commit = ({ world }: Month): void => {
  world.git('add', '--all');
  world.git('commit', '--quiet', '-m', 'by hand');
};

test('an untouched month breaks nothing', async () => {
  expect(await seenIn(async () => undefined)).toEqual([]);
});

test('what runs and is not the candidate of its pin is seen', async () => {
  const breaches = await seenIn(async (month) => {
    const file = 'environments/prod/generated/running/applications/api.yaml';
    edit(month.world.root, file, 'git.example.org', 'evil.example.org');
    commit(month);
  });
  expect(breaches).toEqual([
    'main moved prod without its release',
    expect.stringMatching(/^prod runs api otherwise than its pin/),
  ]);
});

test('an environment that is pinned to the commit that it followed may be', async () => {
  const breaches = await seenIn(async (month) => {
    const release = 'environments/prod/release.yaml';
    await month.world.change({ [release]: 'follow: main\n' });
    month.moved();
    await month.world.change({ [release]: `revision: '${month.watch.tip}'\n` });
  });
  expect(breaches).toEqual([]);
});

test('what skipped the soak is seen, and what did not is not', async () => {
  const pinned = async (month: Month, hours: number): Promise<void> => {
    const { world } = month;
    await world.changeApps(
      world.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 9 : app.knob })),
    );
    month.moved();
    const tip = world.git('rev-parse', 'HEAD');
    world.now += hours * hour;
    const file = 'environments/staging/release.yaml';
    await world.change({ [file]: `revision: '${tip}'\n` });
  };
  expect(await seenIn((month) => pinned(month, 1))).toEqual([
    expect.stringMatching(
      /^staging runs api from \w+, which upstream did not soak: 3660 of 7200 seconds in dev/,
    ),
  ]);
  expect(await seenIn((month) => pinned(month, 2))).toEqual([]);
});

test('a reason that goes while what it excused runs is seen', async () => {
  const breaches = await seenIn(async (month) => {
    const { world } = month;
    await world.changeApps(world.sketches.map((app) => ({ ...app, knob: 9 })));
    month.moved();
    await world.promote('prod', { apps: ['api'], emergency: 'users wait' });
    month.moved({ reason: 'users wait' });
    const file = 'environments/prod/release.yaml';
    const text = read(world.root, file);
    await world.change({ [file]: text.slice(0, text.indexOf('emergenc')) });
  });
  expect(breaches).toEqual(['prod runs api for "users wait", and its release does not say so']);
});

test("a person's commit that is on no branch any more is seen", async () => {
  const breaches = await seenIn(async (month) => {
    month.world.git('switch', '--quiet', '-c', 'mine');
    month.world.git('commit', '--quiet', '--allow-empty', '-m', 'mine');
    month.peoples.add(month.world.git('rev-parse', 'HEAD'));
    month.world.git('switch', '--quiet', 'main');
    month.world.git('branch', '--quiet', '-D', 'mine');
  });
  expect(breaches).toEqual([expect.stringMatching(/^a person's commit \w+ is on no branch any more$/)]);
});

test('the same seed is the same month', () => {
  expect(monthOf(7)).toEqual(monthOf(7));
  expect(monthOf(7)).not.toEqual(monthOf(8));
});
