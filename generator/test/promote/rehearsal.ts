import type { PromotionRequest } from '../../src/promote/plan/request.ts';
import { write } from '../../testing/folder.ts';
import { World } from './world.ts';

const hour = 3600;

type Request = Partial<PromotionRequest>;

/** What somebody may ask for, by name. `apart` is a commit of the state that is not on main. */
export const requests: Readonly<Record<string, (apart: string) => Request>> = {
  everything: () => ({}),
  'an app': () => ({ apps: ['api'] }),
  'the way back': () => ({ to: 'PREVIOUS' }),
  'the way back of an app': () => ({ apps: ['api'], to: 'PREVIOUS' }),
  'a commit apart': (apart) => ({ apps: ['api'], revision: apart, emergency: 'users wait' }),
  settings: () => ({ settings: true }),
  'an app that is not there': () => ({ apps: ['nobody'] }),
};

/** How things may stand, by name: what happens to a clone of {@link pastOf}. Each gives a commit apart from main. */
export const states: Readonly<Record<string, (clone: World) => Promise<string>>> = {
  'nothing is open': async () => 'HEAD',
  'a run of the hour before is open': async (clone) => {
    await clone.plan('prod');
    return 'HEAD';
  },
  'something chosen is open': async (clone) => {
    await clone.plan('prod', { apps: ['meter'] });
    return 'HEAD';
  },
  'a commit of a person is on the branch': async (clone) => {
    await clone.plan('prod');
    clone.git('fetch', '--quiet');
    clone.git('switch', '--quiet', 'promote/prod');
    clone.git('commit', '--quiet', '--allow-empty', '-m', 'mine');
    clone.git('push', '--quiet', 'origin', 'promote/prod');
    clone.git('switch', '--quiet', 'main');
    return 'HEAD';
  },
  'a pin would be on no lasting branch': async (clone) => {
    clone.git('switch', '--quiet', '-c', 'wip');
    await clone.change({ 'notes.md': 'work in progress\n' });
    clone.git('push', '--quiet', 'origin', 'wip');
    clone.git('switch', '--quiet', 'main');
    return 'origin/wip';
  },
  'a hotfix is not generated': async (clone) => {
    clone.git('switch', '--quiet', '-c', 'release/prod/fix');
    write(clone.root, { 'environments/prod/generated/candidate/values/api.yaml': 'knob: 5\n' });
    clone.git('commit', '--quiet', '--all', '-m', 'by hand');
    clone.git('push', '--quiet', 'origin', 'release/prod/fix');
    clone.git('switch', '--quiet', 'main');
    return 'origin/release/prod/fix';
  },
  'main is not generated': async (clone) => {
    write(clone.root, { 'environments/dev/generated/candidate/values/api.yaml': 'knob: 5\n' });
    clone.git('commit', '--quiet', '--all', '-m', 'by hand');
    clone.git('push', '--quiet', 'origin', 'main');
    return 'HEAD';
  },
  'the settings have changed': async (clone) => {
    await clone.change({ 'environments/prod/environment.ts': '{ "size": "large" }\n' });
    clone.git('push', '--quiet', 'origin', 'main');
    return 'HEAD';
  },
  'upstream is new': async (clone) => {
    await clone.define('canary', { size: 'small', promotesFrom: 'staging' });
    await clone.define('prod', { size: 'small', promotesFrom: 'canary' });
    clone.git('push', '--quiet', 'origin', 'main');
    return 'HEAD';
  },
  'upstream was renamed': async (clone) => {
    await clone.rename('staging', 'stage');
    clone.git('push', '--quiet', 'origin', 'main');
    return 'HEAD';
  },
  'the way back would not fit': async (clone) => {
    await clone.changeApps(
      clone.sketches.map((app) => (app.name === 'cache' ? { ...app, port: 7000 } : app)),
    );
    clone.now += 20 * hour;
    for (const environment of ['staging', 'prod']) {
      clone.git('push', '--quiet', 'origin', 'main');
      await clone.plan(environment);
      clone.git('fetch', '--quiet');
      clone.git('merge', '--quiet', '--no-edit', `origin/promote/${environment}`);
      clone.now += 20 * hour;
    }
    clone.git('push', '--quiet', 'origin', 'main');
    return 'HEAD';
  },
};

/** Staging has had two changed apps for twenty hours; prod has neither. */
export async function pastOf(): Promise<World> {
  const past = await World.create();
  past.now += 20 * hour;
  await past.promote('staging');
  await past.promote('prod');
  past.now += 20 * hour;
  await past.changeApps(
    past.sketches.map((app) => (['api', 'meter'].includes(app.name) ? { ...app, knob: 1 } : app)),
  );
  past.now += 20 * hour;
  await past.promote('staging');
  past.now += 20 * hour;
  for (const name of ['staging', 'prod']) past.git('branch', '--quiet', '-D', `promote/${name}`);
  return past;
}

/** What a dry run and the run after it come to, and whether the dry one left the remote alone. */
export async function rehearsed(
  past: World,
  state: (clone: World) => Promise<string>,
  request: (apart: string) => Request,
): Promise<{ dry: unknown; real: unknown; untouched: boolean }> {
  const remote = past.clone('--bare');
  const clone = remote.clone();
  const apart = await state(clone);
  const outcome = async (dryRun: boolean): Promise<unknown> => {
    const asked = request(clone.git('rev-parse', apart));
    try {
      const { step, described, draft } = await clone.plan('prod', asked, { dryRun });
      return { step, draft, release: described.release };
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`.replaceAll(
        /gitops-checkout-\S+?\/tree/g,
        'TREE',
      );
    }
  };
  const before = [remote, clone].map((at) => at.git('for-each-ref', 'refs/heads', 'refs/tags'));
  const dry = await outcome(true);
  const after = [remote, clone].map((at) => at.git('for-each-ref', 'refs/heads', 'refs/tags'));
  const real = await outcome(false);
  for (const world of [remote, clone]) world.discard();
  return { dry, real, untouched: before.join() === after.join() };
}
