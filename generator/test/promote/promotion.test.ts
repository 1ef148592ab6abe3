import { beforeAll, describe, expect, test } from 'vitest';
import { presentPins } from '../../src/promote/plan/present-pins.ts';
import { unpromoted } from '../../src/promote/status/unpromoted.ts';
import type { Promotion } from '../../src/promotion.ts';
import { read, write } from '../../testing/folder.ts';
import { type Sketch, World } from './world.ts';

const hour = 3600;
const turned = (world: World, name: string, change: Partial<Sketch>): Sketch[] =>
  world.sketches.map((app) => (app.name === name ? { ...app, ...change } : app));
const why = ({ described }: Promotion): string[] =>
  described.plan.deferred.map(({ app, reason, detail }) => `${app} ${reason}: ${detail}`);
const moved = ({ described }: Promotion): string[] => described.plan.moves.map(({ app }) => app);

/** Staging and prod pinned to the first commit, long ago. */
let pinned: World;

beforeAll(async () => {
  pinned = await World.create();
  pinned.now += 20 * hour;
  const first = await pinned.promote('staging');
  expect(first.described.plan).toMatchObject({ moves: [], deferred: [] });
  await pinned.promote('prod');
  pinned.now += 20 * hour;
});

test('the first promotion pins an environment, and says so in the first line of its page', () => {
  expect(pinned.isPinned('prod')).toBe(true);
  expect(Object.keys(pinned.pins('prod'))).toEqual(['cache', 'db', 'api', 'meter']);
  const page = read(pinned.root, 'environments/prod/generated/PLAN.md');
  expect(page.split('\n').find((line) => line.startsWith('**'))).toBe(
    `**Pinned to \`${pinned.pins('prod').db?.slice(0, 12)}\`: only a promotion from staging changes what runs.**`,
  );
  expect(read(pinned.root, 'environments/prod/generated/applicationset.yaml')).toContain('branch: main');
});

test('what came upstream only lately is not taken away from an environment that has it', async () => {
  const world = await World.create();
  world.now += 40 * hour;
  const [api] = world.sketches.filter(({ name }) => name === 'api');
  if (!api) throw new Error('there is no api');
  const later = { ...api, name: 'later', dependsOn: [] };
  await world.changeApps([...world.sketches, later]);
  world.now += hour;
  const first = await world.promote('prod');
  expect(moved(first)).toEqual([]);
  expect(first.described.plan.waves).toEqual([]);
  expect(Object.keys(world.pins('prod'))).toEqual(['cache', 'db', 'api', 'later', 'meter']);
});

test('of an app that is new, a reviewer sees all that would run', async () => {
  const world = pinned.copy();
  const [api] = world.sketches.filter(({ name }) => name === 'api');
  if (!api) throw new Error('there is no api');
  await world.changeApps([...world.sketches, { ...api, name: 'later', dependsOn: [] }]);
  world.now += 3 * hour;
  const { body } = (await world.promote('staging')).draft;
  const section = body.slice(body.indexOf('<summary>later: – → '));
  expect(section).toContain('kind: Application\n');
  expect(section).toContain('knob: 0\n');
});

test('an app that upstream gave up goes when it has been gone for the soak, and not before', async () => {
  const world = pinned.copy();
  await world.changeApps(world.sketches.filter(({ name }) => name !== 'meter'));
  world.now += hour;
  expect(moved(await world.promote('staging'))).toEqual([]);
  world.now += 2 * hour;
  expect(moved(await world.promote('staging'))).toEqual(['meter']);
  expect(Object.keys(world.pins('staging'))).not.toContain('meter');
});

describe('soak', () => {
  test('counts from when upstream began to run it, and not a minute less', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 2 * hour - 120;
    const early = await world.promote('staging');
    expect(moved(early)).toEqual([]);
    expect(why(early)).toEqual(['api soak: soaked 119min of 2h in dev']);
    expect(moved(await world.promote('staging'))).toEqual(['api']);
    world.now += 11 * hour;
    expect(moved(await world.promote('prod'))).toEqual([]);
    world.now += hour;
    expect(moved(await world.promote('prod'))).toEqual(['api']);
  });

  test('a main branch that is busy with other apps starves nobody', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    for (let knob = 1; knob <= 6; knob++) {
      world.now += 0.5 * hour;
      await world.changeApps(turned(world, 'meter', { knob }));
    }
    const promotion = await world.promote('staging');
    expect(moved(promotion)).toContain('api');
    expect(why(promotion).join()).toMatch(/meter soak/);
  });

  test('what was replaced before it had run long enough is not brought', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 0.5 * hour;
    await world.changeApps(turned(world, 'api', { knob: 2 }));
    world.now += 1.8 * hour;
    expect(why(await world.promote('staging'))).toEqual(['api soak: soaked 109min of 2h in dev']);
  });

  test('what upstream took back is not brought, however long it ran there', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    await world.promote('staging', { to: 'PREVIOUS' });
    const promotion = await world.promote('prod');
    expect([promotion.published, why(promotion)]).toEqual([null, []]);
  });
});

describe('gates', () => {
  const soaked = async (): Promise<World> => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'api', { knob: 1 }));
    world.now += 3 * hour;
    return world;
  };

  test('a hold keeps an app until its day has come', async () => {
    const world = await soaked();
    const file = 'environments/staging/release.yaml';
    await world.change({
      [file]: `${read(world.root, file)}hold: { api: { reason: incident, until: 2023-11-17 } }\n`,
    });
    world.now += 3 * hour;
    expect(why(await world.promote('staging'))).toEqual(['api hold: incident, until 2023-11-17']);
    world.now += 48 * hour;
    expect(moved(await world.promote('staging'))).toEqual(['api']);
    expect(read(world.root, file)).not.toContain('hold');
  });

  test('a freeze stops promotions, and neither rollbacks nor emergencies', async () => {
    const world = await soaked();
    await world.promote('staging');
    await world.changeApps(turned(world, 'api', { knob: 2 }));
    world.now += 3 * hour;
    world.freezes = [{ reason: 'end of year', from: '2023-01-01T00:00:00Z', until: '2024-01-01T00:00:00Z' }];
    expect(why(await world.promote('staging'))).toEqual([
      'api freeze: end of year, until 2024-01-01T00:00:00Z',
    ]);
    expect(moved(await world.promote('staging', { emergency: 'users wait' }))).toEqual(['api']);
    expect(moved(await world.promote('staging', { to: 'PREVIOUS' }))).toEqual(['api']);
  });

  test('a reader does not come without what it reads, and comes with it', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'cache', { port: 7000 }));
    world.now += 3 * hour;
    const alone = await world.promote('staging', { apps: ['api'] });
    expect(moved(alone)).toEqual([]);
    expect(why(alone).join()).toContain('api needs: "api" reads server of "cache", where it is another one');
    expect(moved(await world.promote('staging', { apps: ['api', 'cache'] }))).toEqual(['api', 'cache']);
  });

  test('an app that keeps data leaves only when its environment lets it go', async () => {
    const world = pinned.copy();
    await world.changeApps([
      ...world.sketches,
      { name: 'queue', layer: 'stores', dependsOn: [], knob: 0, port: 1, keepsData: true },
    ]);
    world.now += 3 * hour;
    await world.promote('staging');
    // dev follows, so it must let go first; staging is asked when the promotion comes.
    const without = world.sketches.filter(({ name }) => name !== 'queue');
    expect(await world.changeApps(without)).toBe(false);
    write(world.root, { 'environments/dev/environment.ts': '{ "size": "small", "retired": ["queue"] }' });
    expect(await world.changeApps(without)).toBe(true);
    world.now += 3 * hour;
    expect(why(await world.promote('staging')).join()).toContain('queue data: to remove it all the same');
    expect(Object.keys(world.pins('staging'))).toContain('queue');
  });

  test('nothing goes past an environment but in an emergency, and that is on record', async () => {
    const world = await soaked();
    await expect(world.promote('prod', { revision: 'HEAD' })).rejects.toThrow(/staging never ran/);
    await world.promote('prod', { apps: ['api'], emergency: 'users wait' });
    expect(read(world.root, 'environments/prod/release.yaml')).toContain("reason: 'users wait'");
    expect(read(world.root, 'environments/prod/generated/PLAN.md')).toContain('api: emergency since');
    expect(why(await world.promote('prod'))).toEqual([
      expect.stringContaining('api upstream: what runs here'),
    ]);
  });

  test('who is unhealthy upstream stays there', async () => {
    const world = await soaked();
    world.unhealthy = { api: 'it is Degraded and Synced' };
    expect(why(await world.promote('staging'))).toEqual(['api health: it is Degraded and Synced in dev']);
  });
});

describe('a mix of commits', () => {
  const waveOf = (text: string): string | undefined => text.match(/sync-wave: "(\d+)"/)?.[1];

  test('waves are computed on what really runs together, not taken from the candidates', async () => {
    const world = pinned.copy();
    await world.changeApps(turned(world, 'db', { layer: 'operators' }));
    world.now += 3 * hour;
    const promotion = await world.promote('staging', { apps: ['db'] });
    expect(moved(promotion)).toEqual(['db']);
    // Those of others change, too, and the reviewer is told.
    expect(promotion.described.plan.waves).toContainEqual({ app: 'cache', from: 21, to: 20 });
    expect(promotion.draft.body).toMatch(/^## Sync waves$/m);
    expect(promotion.draft.body).toMatch(/\| \*\*cache\*\* +\| 21 → 20 +\|/);
    const folder = 'environments/staging/generated';
    const candidate = world.git(
      'show',
      `${world.pins('staging').cache}:${folder}/candidate/applications/cache.yaml`,
    );
    expect(waveOf(candidate)).toBe('21');
    expect(waveOf(read(world.root, `${folder}/running/applications/cache.yaml`))).toBe('20');
    const projects = read(world.root, `${folder}/running/templates/projects.yaml`);
    expect(projects).toContain('name: demo-staging-operators');
  });

  test('a layer is promoted by its name, and the rest stays where it is', async () => {
    const world = pinned.copy();
    await world.changeApps(world.sketches.map((app) => ({ ...app, knob: 7 })));
    world.now += 3 * hour;
    expect(moved(await world.promote('staging', { layers: ['apis'] }))).toEqual(['api']);
    expect(new Set(Object.values(world.pins('staging'))).size).toBe(2);
    expect(moved(await world.promote('staging'))).toEqual(['cache', 'db', 'meter']);
    expect(read(world.root, 'environments/staging/release.yaml')).not.toContain('apps:');
  });

  test('a change of the main branch leaves the page alone, and the status tells it', async () => {
    const world = pinned.copy();
    const page = (): string => read(world.root, 'environments/prod/generated/PLAN.md');
    const [tree, text] = [world.tree('prod'), page()];
    await world.changeApps([
      ...turned(world, 'api', { knob: 1 }).filter(({ name }) => name !== 'meter'),
      { name: 'extra', layer: 'apis', dependsOn: [], knob: 0, port: 1, keepsData: false },
    ]);
    expect(world.tree('prod')).toBe(tree);
    expect(page()).toBe(text);
    const history = world.history();
    expect(unpromoted('prod', presentPins('prod', history), history)).toEqual([
      { app: 'api', version: '0.1.0', changes: ['values'] },
      { app: 'extra', version: 'new: 0.1.0', changes: [] },
      { app: 'meter', version: 'removed', changes: [] },
    ]);
  });

  test('an environment that was never released gets its root with the first promotion', async () => {
    const world = pinned.copy();
    // As if it had just been defined: nothing of it was ever generated.
    world.git('rm', '-r', '--quiet', 'environments/prod/release.yaml', 'environments/prod/generated');
    world.git('commit', '--quiet', '-m', 'nothing of prod');
    await world.change({ 'environments/prod/environment.ts': '{ "size": "small" }' });
    const set = 'environments/prod/generated/applicationset.yaml';
    expect(read(world.root, set)).toContain('elements: []');
    world.now += 13 * hour;
    expect(moved(await world.promote('prod'))).toEqual(['api', 'cache', 'db', 'meter']);
    expect(read(world.root, set)).toContain('branch: main');
  });
});

describe('what the main branch does not have', () => {
  const withHotfix = async (): Promise<{ world: World; fix: string }> => {
    const world = pinned.copy();
    const pin = world.pins('prod').api ?? '';
    const fix = await world.onBranch('release/prod/fix', pin, () =>
      world.changeApps(turned(world, 'api', { knob: 99 })),
    );
    await world.promote('prod', { apps: ['api'], revision: fix, emergency: 'users wait' });
    expect(world.pins('prod').api).toBe(fix);
    return { world, fix };
  };

  test('a hotfix is not lost: promotions wait until upstream has it', async () => {
    const { world, fix } = await withHotfix();
    expect(world.git('rev-parse', `pin/prod/${fix.slice(0, 12)}`)).toBe(fix);
    await world.changeApps(turned(world, 'api', { knob: 2 }));
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    expect(why(await world.promote('prod'))).toEqual([
      `api hotfix: merge ${fix.slice(0, 12)} "a change" into it first`,
    ]);
    await world.change(
      { 'apps.json': JSON.stringify(turned(world, 'api', { knob: 100 })) },
      `back\n\n(cherry picked from commit ${fix})`,
    );
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    expect(moved(await world.promote('prod'))).toEqual(['api']);
  });

  test('the same change on main is the hotfix, though a squash merge forgot where it came from', async () => {
    const { world } = await withHotfix();
    const knobAt = (knob: number) => ({ 'apps.json': JSON.stringify(turned(world, 'api', { knob })) });
    await world.change(knobAt(99), 'Log in again (#7)');
    await world.change(knobAt(100), 'and then go on');
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    const promotion = await world.promote('prod');
    expect(why(promotion)).toEqual([]);
    expect(moved(promotion)).toEqual(['api']);
  });

  test('a hotfix removes nothing that came after the commit that it was made from', async () => {
    const world = pinned.copy();
    const fix = await world.onBranch('release/prod/old', world.pins('prod').api ?? '', () =>
      world.changeApps(turned(world, 'api', { knob: 99 })),
    );
    await world.define('edge', { size: 'small', promotesFrom: 'dev', soak: '1h' });
    await world.changeApps([
      ...world.sketches,
      { name: 'extra', layer: 'apis', dependsOn: [], knob: 0, port: 1, keepsData: false },
    ]);
    for (const name of ['staging', 'prod', 'edge']) {
      world.now += 13 * hour;
      await world.promote(name);
    }
    for (const [environment, apps] of [
      ['prod', []],
      ['prod', ['extra']],
      // Nor where the environment itself came later.
      ['edge', []],
      ['edge', ['extra', 'meter']],
    ] as const) {
      const request = { apps, revision: fix, emergency: 'users wait' };
      const promotion = await world.plan(environment, request, { dryRun: true });
      expect([environment, apps, promotion.described.plan.next]).toEqual([environment, apps, null]);
      for (const app of apps.length > 0 ? apps : ['extra'])
        expect(why(promotion).join('\n')).toMatch(
          new RegExp(`^${app} hotfix: merge \\w+ ".+" into it first$`, 'm'),
        );
    }
  });

  test('a hotfix whose tree was not generated is refused', async () => {
    const world = pinned.copy();
    const fix = await world.onBranch('release/prod/by-hand', world.pins('prod').api ?? '', () => {
      const values = 'environments/prod/generated/candidate/values/api.yaml';
      write(world.root, { [values]: `${read(world.root, values)}extra: true\n` });
      world.git('commit', '--quiet', '--all', '-m', 'by hand');
    });
    const request = { apps: ['api'], revision: fix, emergency: 'users wait' };
    await expect(world.promote('prod', request)).rejects.toThrow(/is not what its definitions generate/);
  });

  test('settings of one environment come alone, and count as nothing that main lacks', async () => {
    const world = pinned.copy();
    await world.change({
      'apps.json': JSON.stringify(turned(world, 'api', { knob: 5 })),
      'environments/prod/environment.ts': '{ "size": "large" }',
    });
    const promotion = await world.promote('prod', { settings: true });
    expect(moved(promotion)).toEqual(['api', 'cache', 'db', 'meter']);
    const values = world.git(
      'show',
      `${world.pins('prod').api}:environments/prod/generated/candidate/values/api.yaml`,
    );
    expect(values).toContain('size: large');
    expect(values).toContain('knob: 0');
    world.now += 3 * hour;
    await world.promote('staging');
    world.now += 13 * hour;
    expect(moved(await world.promote('prod'))).toEqual(['api']);
    expect(
      world.git('show', `${world.pins('prod').api}:environments/prod/generated/candidate/values/api.yaml`),
    ).toContain('size: large');
  });
});
