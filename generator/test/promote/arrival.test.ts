import { beforeAll, expect, test } from 'vitest';
import type { Promotion } from '../../src/promotion.ts';
import { checkRelease } from '../../src/release-check.ts';
import { World } from './world.ts';

const hour = 3600;
const day = 24 * hour;

const moved = ({ described }: Promotion): string[] => described.plan.moves.map(({ app }) => app);
const large = '{ "size": "large" }\n';

/** Staging and prod run what main has. */
let world: World;

beforeAll(async () => {
  world = await World.create();
  world.now += day;
  for (const name of ['staging', 'prod']) await world.promote(name);
  world.now += day;
});

test('what only prod renders soaks by the commit that upstream runs, and is named on its way', async () => {
  const at = world.copy();
  await at.change({ 'environments/prod/environment.ts': large });
  expect(moved(await at.promote('staging'))).toEqual([]);
  at.now += 3 * hour;
  const before = at.git('rev-parse', 'HEAD:environments/staging/generated/candidate');
  const through = await at.promote('staging');
  expect(moved(through)).toEqual([]);
  expect(through.described.plan.carried).toEqual(
    ['api', 'cache', 'db', 'meter'].map((app) => ({ app, to: ['prod'] })),
  );
  expect(through.draft.title).toContain('prod');
  expect(at.git('rev-parse', 'HEAD:environments/staging/generated/candidate')).toBe(before);
  const early = await at.promote('prod');
  expect([moved(early), early.described.plan.deferred.map(({ reason }) => reason)]).toEqual([
    [],
    ['soak', 'soak', 'soak', 'soak'],
  ]);
  at.now += 13 * hour;
  expect(moved(await at.promote('prod'))).toEqual(['api', 'cache', 'db', 'meter']);
  expect(await at.drift()).toEqual([]);
  at.remove();
});

test('a hotfix that main took by cherry-pick is released from its pin', async () => {
  const at = world.copy();
  const fixed = at.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 7 : app.knob }));
  const fix = await at.onBranch('release/prod/fix', at.pins('prod').api ?? '', () => at.changeApps(fixed));
  await at.promote('prod', { apps: ['api'], revision: fix, emergency: 'users wait' });
  expect(at.pins('prod').api).toBe(fix);
  at.now += day;
  expect(moved(await at.promote('prod'))).toEqual([]);
  at.now += 60;
  at.git('cherry-pick', '-x', fix);
  for (const name of ['staging', 'prod']) {
    at.now += day;
    await at.promote(name);
  }
  expect(at.isAncestor(at.pins('prod').api ?? '', 'main')).toBe(true);
  expect(at.git('show', 'HEAD:environments/prod/release.yaml')).not.toContain('emergencies');
  const values = 'environments/prod/generated/candidate/values/api.yaml';
  expect(at.git('show', `${at.pins('prod').api}:${values}`)).toContain('knob: 7');
  at.remove();
});

test('an app that is named and too young says how young it is', async () => {
  const at = world.copy();
  await at.changeApps(at.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 3 : app.knob })));
  at.now += hour;
  const { described } = await at.promote('staging', { apps: ['api'] });
  expect(described.plan.deferred).toEqual([
    { app: 'api', reason: 'soak', detail: expect.stringMatching(/^soaked 6\dmin of 2h in dev$/) },
  ]);
  at.remove();
});

test('an app that only prod has comes there too', async () => {
  const at = world.copy();
  const extra = { name: 'extra', layer: 'apis', dependsOn: [], knob: 0, port: 1, keepsData: false } as const;
  await at.changeApps([...at.sketches, extra]);
  for (const name of ['dev', 'staging'])
    await at.change({
      [`environments/${name}/environment.ts`]: '{ "size": "small", "exclude": ["extra"] }\n',
    });
  at.now += 3 * hour;
  await at.promote('staging');
  at.now += 13 * hour;
  expect(moved(await at.promote('prod'))).toEqual(['extra']);
  expect(Object.keys(at.pins('staging'))).not.toContain('extra');
  at.remove();
});

test('an emergency brings what is wanted here, and nothing to later environments; a way back undoes what was carried', async () => {
  const at = world.copy();
  await at.change({ 'environments/prod/environment.ts': large });
  await at.changeApps(at.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 3 : app.knob })));
  const urgent = await at.plan('staging', { emergency: 'users wait' }, { dryRun: true });
  expect([moved(urgent), urgent.described.plan.carried]).toEqual([['api'], []]);
  expect(await checkRelease('staging', urgent.described.plan.next, at.tools())).toEqual([]);
  at.now += 3 * hour;
  await at.promote('staging');
  const back = await at.plan('staging', { to: 'PREVIOUS' }, { dryRun: true });
  expect(moved(back)).toEqual(['api']);
  expect(await checkRelease('staging', back.described.plan.next, at.tools())).toEqual([]);
  at.remove();
});
