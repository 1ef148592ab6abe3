import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Promotion } from '../../src/promotion.ts';
import { checkRelease } from '../../src/release-check.ts';
import { type Sketch, World } from './world.ts';

const hour = 3600;
const day = 24 * hour;

const knob = (at: World, to: number, name = 'api'): Promise<boolean> =>
  at.changeApps(at.sketches.map((app) => ({ ...app, knob: app.name === name ? to : app.knob })));
const moved = ({ described }: Promotion): string[] => described.plan.moves.map(({ app }) => app);
const why = ({ described }: Promotion): string[] =>
  described.plan.deferred.map(({ app, reason, detail }) => `${app} ${reason}: ${detail}`);
const knobOf = (at: World, environment: string): string => {
  const commit = at.pins(environment).api ?? '';
  const text = at.git('show', `${commit}:environments/${environment}/generated/candidate/values/api.yaml`);
  return text.match(/knob: (\d+)/)?.[1] ?? '';
};
const release = (at: World, environment: string): string =>
  readFileSync(join(at.root, `environments/${environment}/release.yaml`), 'utf8');

/** Prod has run the api with knob 0, 1 and 2, a day each. */
let world: World;

beforeAll(async () => {
  world = await World.create();
  world.now += day;
  for (const name of ['staging', 'prod']) await world.promote(name);
  for (const to of [1, 2]) {
    await knob(world, to);
    for (const name of ['staging', 'prod']) {
      world.now += day;
      await world.promote(name);
    }
  }
  world.now += day;
});

describe('what main took back', () => {
  test('is not promoted, however long it ran before', async () => {
    const at = world.copy();
    await knob(at, 3);
    at.now += 2 * day;
    await knob(at, 4);
    at.now += 2 * day;
    // Taken back by another commit, an hour ago.
    at.git('revert', '--no-edit', 'HEAD');
    at.now += hour;
    const promotion = await at.promote('staging');
    expect([moved(promotion), why(promotion)]).toEqual([[], ['api soak: soaked 61min of 2h in dev']]);
    at.now += 2 * hour;
    await at.promote('staging');
    expect(knobOf(at, 'staging')).toBe('3');
    at.remove();
  });
});

describe('back', () => {
  test('twice goes back twice, and never forward to what was gone back from', async () => {
    const at = world.copy();
    await at.promote('prod', { to: 'PREVIOUS' });
    expect(knobOf(at, 'prod')).toBe('1');
    await at.promote('prod', { to: 'PREVIOUS' });
    expect(knobOf(at, 'prod')).toBe('0');
    await expect(at.promote('prod', { to: 'PREVIOUS' })).rejects.toThrow('has run nothing else before');
    expect(knobOf(at, 'prod')).toBe('0');
    at.remove();
  });

  test('of one app goes to what that app ran before, whatever the others did since', async () => {
    const at = world.copy();
    await knob(at, 5, 'db');
    for (const name of ['staging', 'prod']) {
      at.now += day;
      await at.promote(name);
    }
    const db = at.pins('prod').db;
    expect(moved(await at.promote('prod', { apps: ['api'], to: 'PREVIOUS' }))).toEqual(['api']);
    expect([knobOf(at, 'prod'), at.pins('prod').db]).toEqual(['1', db]);
    await at.promote('prod', { apps: ['api'], to: 'PREVIOUS' });
    expect(knobOf(at, 'prod')).toBe('0');
    at.remove();
  });

  test('to the commit that status prints goes to the release that ran from it', async () => {
    const at = world.copy();
    const [now, before] = at.history().moments('prod');
    const pin = before?.pins.revision ?? '';
    await at.promote('prod', { to: pin });
    expect([knobOf(at, 'prod'), at.history().moments('prod')[0]?.pins]).toEqual(['1', before?.pins]);
    // What it went back from is ahead of it now.
    const forward = at.promote('prod', { to: now?.pins.revision ?? '' });
    await expect(forward).rejects.toThrow('prod went back from what it ran at');
    const same = await at.promote('prod', { to: pin });
    expect(moved(same)).toEqual([]);
    at.remove();
  });

  test('is no way forward for the gate either', async () => {
    const at = world.copy();
    const newest = at.history().moments('prod')[0]?.release ?? null;
    await at.promote('prod', { to: 'PREVIOUS' });
    expect(await checkRelease('prod', newest, at.tools())).toEqual([
      { app: 'api', detail: expect.stringContaining('on hold: it was rolled back') },
    ]);
    at.remove();
  });

  test('to before an app that main has dropped, and main may drop an app that was taken back', async () => {
    const at = world.copy();
    const fresh: Sketch = { ...at.sketches[3], name: 'extra' } as Sketch;
    await at.changeApps([...at.sketches, fresh]);
    for (const name of ['staging', 'prod']) {
      at.now += day;
      await at.promote(name);
    }
    const dropping = at.copy();
    await dropping.promote('prod', { to: 'PREVIOUS' });
    expect(Object.keys(dropping.pins('prod'))).not.toContain('extra');
    // It is held, and goes from the definitions all the same.
    expect(release(dropping, 'prod')).toContain('extra:');
    expect(await dropping.changeApps(dropping.sketches.filter(({ name }) => name !== 'extra'))).toBe(true);
    dropping.remove();
    await at.changeApps(at.sketches.filter(({ name }) => name !== 'extra'));
    at.now += day;
    await at.promote('prod', { to: 'PREVIOUS' });
    expect(Object.keys(at.pins('prod'))).not.toContain('extra');
    expect(await at.drift()).toEqual([]);
    at.remove();
  });

  test('to what does not fit makes no branch that would stand in the way', async () => {
    const at = world.copy();
    // The api now needs another port of the database, and only the database would go back.
    await at.changeApps(at.sketches.map((app) => ({ ...app, port: app.name === 'db' ? 6000 : app.port })));
    for (const name of ['staging', 'prod']) {
      at.now += day;
      await at.promote(name);
    }
    const back = await at.promote('prod', { apps: ['db'], to: 'PREVIOUS' });
    expect([back.published, moved(back)]).toEqual([null, []]);
    expect(why(back)).toEqual([expect.stringMatching(/^db needs: /)]);
    expect(
      at
        .git('branch', '--list', 'promote/*')
        .split('\n')
        .map((line) => line.trim()),
    ).not.toContain('promote/none');
    await knob(at, 6);
    for (const name of ['staging', 'prod']) {
      at.now += day;
      expect(moved(await at.promote(name))).toEqual(['api']);
    }
    at.remove();
  });
});

describe('an emergency', () => {
  test('is on record for as long as what it excuses runs, whatever happens to others', async () => {
    const at = world.copy();
    await knob(at, 3);
    await at.promote('prod', { apps: ['api'], emergency: 'users wait' });
    await knob(at, 8, 'cache');
    await at.promote('prod', { apps: ['cache'], emergency: 'memory runs out' });
    expect(release(at, 'prod')).toContain("reason: 'users wait'");
    expect(release(at, 'prod')).toContain("reason: 'memory runs out'");
    await at.promote('prod', { apps: ['cache'], to: 'PREVIOUS' });
    expect(release(at, 'prod')).toContain("reason: 'users wait'");
    expect(release(at, 'prod')).not.toContain("reason: 'memory runs out'");
    // Once it has soaked upstream it is a version like others; the next promotion says so.
    await knob(at, 9, 'meter');
    for (const name of ['staging', 'prod']) {
      at.now += day;
      await at.promote(name);
    }
    expect(release(at, 'prod')).not.toContain('emergencies');
    at.remove();
  });

  test('keeps its reason while its app is on hold', async () => {
    const at = world.copy();
    await knob(at, 3);
    await at.promote('prod', { apps: ['api'], emergency: 'users wait' });
    const hold = "hold:\n  api: { reason: 'an incident', until: 2024-01-01 }\n";
    await at.change({ 'environments/prod/release.yaml': `${release(at, 'prod')}${hold}` });
    await knob(at, 4);
    await knob(at, 9, 'meter');
    for (const name of ['staging', 'prod']) {
      at.now += day;
      await at.promote(name);
    }
    expect(knobOf(at, 'prod')).toBe('3');
    expect(release(at, 'prod')).toContain("reason: 'users wait'");
    at.remove();
  });
});
