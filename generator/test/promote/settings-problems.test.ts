import { expect, test } from 'vitest';
import { World } from './world.ts';

const hour = 3600;

test('settings that the pinned commits do not understand: every problem, where it is one, and what else can be done', async () => {
  const world = await World.create();
  world.now += 20 * hour;
  await world.promote('staging');
  world.now += 20 * hour;
  await world.promote('prod');
  const pin = world.pins('prod').api?.slice(0, 12);
  const late = { name: 'late', layer: 'apis' as const, dependsOn: [], knob: 0, port: 1, keepsData: false };
  const settled = await world.change({
    'apps.json': JSON.stringify([...world.sketches, late]),
    'environments/prod/environment.ts': '{ "size": "large", "exclude": ["late"] }',
  });
  expect(settled).toBe(true);
  const before = world.git('for-each-ref');
  const error = await world.promote('prod', { settings: true }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'ProblemsError',
    problems: [
      {
        message: expect.stringContaining(`with the generator and the apps of ${pin}, which prod runs`),
        hint: expect.stringContaining('npm run hotfix -- prod'),
      },
    ],
  });
  expect(world.git('for-each-ref')).toBe(before);
});
