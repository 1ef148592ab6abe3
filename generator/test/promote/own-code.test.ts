import { expect, test } from 'vitest';
import { everything } from '../../src/promote/plan/request.ts';
import { promote } from '../../src/promotion.ts';
import { World } from './world.ts';

const hour = 3600;

/** A world where staging runs a hotfix apart from main, for longer than prod asks. */
async function hotfixed(): Promise<{ world: World; fix: string }> {
  const world = await World.create();
  world.now += 40 * hour;
  await world.promote('staging');
  world.now += 40 * hour;
  await world.promote('prod');
  const fix = await world.onBranch('release/staging/fix', world.pins('staging').api ?? '', () =>
    world.changeApps(world.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? 7 : app.knob }))),
  );
  await world.promote('staging', { apps: ['api'], revision: fix, emergency: 'users wait' });
  world.now += 40 * hour;
  return { world, fix };
}

test('a run that nobody asked for generates with the code of main alone, also what a hotfix upstream brings', async () => {
  const { world, fix } = await hotfixed();
  const generated: string[] = [];
  const tools = world.tools();
  const watched: typeof tools = {
    ...tools,
    checkout(commit) {
      const workspace = tools.checkout(commit);
      return {
        ...workspace,
        generate() {
          generated.push(commit);
          return workspace.generate();
        },
      };
    },
  };
  const options = { environment: 'prod', request: everything, dryRun: false };
  const { published } = await promote(options, watched);
  expect(published).not.toBeNull();
  world.merge('prod');
  expect(world.pins('prod').api).toBe(fix);
  expect([...new Set(generated)]).toEqual([tools.history.head]);
});
