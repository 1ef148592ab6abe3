import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pinned } from '../../src/definition/release.ts';
import { releaseText } from '../../src/promote/plan/next-release.ts';
import { checkCommit } from '../../src/release-check.ts';
import { write } from '../../testing/folder.ts';
import { World } from './world.ts';

const hour = 3600;

/** Staging and prod run the api with knob 1, which has soaked; dev has had knob 2 for some minutes. */
let world: World;

beforeAll(async () => {
  world = await World.create();
  world.now += 20 * hour;
  for (const name of ['staging', 'prod']) await world.promote(name);
  await knob(world, 1);
  for (const name of ['staging', 'prod']) {
    world.now += 20 * hour;
    await world.promote(name);
  }
  world.now += 20 * hour;
});

const knob = (at: World, to: number): Promise<boolean> =>
  at.changeApps(at.sketches.map((app) => ({ ...app, knob: app.name === 'api' ? to : app.knob })));

const tip = (at: World): string => at.git('rev-parse', 'HEAD');

function commitAll(at: World, message: string): void {
  at.now += 60;
  at.git('add', '--all');
  at.git('commit', '--quiet', '--allow-empty', '-m', message);
}

function edit(at: World, path: string, change: (text: string) => string): void {
  const text = readFileSync(join(at.root, path), 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${path} stays the same`);
  write(at.root, { [path]: changed });
}

/** What the gate says to a pull request that moves pins by hand. */
async function judged(at: World, environment: string, change: Partial<Pinned>): Promise<string[]> {
  const file = `environments/${environment}/release.yaml`;
  const [now] = at.history().moments(environment);
  if (now?.release.kind !== 'pinned') throw new Error(`${environment} is not pinned`);
  const release = { ...now.release, ...change };
  const commit = await at.onBranch(`request-${at.now}`, 'main', () => {
    write(at.root, { [file]: releaseText(release) });
    commitAll(at, 'Pins by hand');
  });
  const [judgment, ...others] = await checkCommit(commit, at.tools());
  expect(others).toEqual([]);
  return (judgment?.refused ?? []).map(({ app, detail }) => `${app}: ${detail}`);
}

const values = (environment: string): string =>
  `environments/${environment}/generated/candidate/values/api.yaml`;
const application = (environment: string): string =>
  `environments/${environment}/generated/candidate/applications/api.yaml`;

/** A commit on a branch that the rules allow to last, at what prod runs, with some file edited by hand. */
const edited =
  (path: string, change: (text: string) => string, message = 'fix') =>
  (at: World): Promise<string> =>
    at.onBranch('release/prod/by-hand', at.pins('prod').api ?? '', () => {
      edit(at, path, change);
      commitAll(at, message);
    });

const strange: Readonly<Record<string, (at: World) => string | Promise<string>>> = {
  'a commit that main had for five minutes before its fix': async (at) => {
    await knob(at, 2);
    const bad = tip(at);
    at.now += 300;
    await knob(at, 1);
    at.now += 40 * hour;
    return bad;
  },
  'a commit of a merged branch that was never the tip of main': async (at) => {
    let wip = '';
    await at.onBranch('feature', 'main', async () => {
      await knob(at, 7);
      wip = tip(at);
      await knob(at, 3);
    });
    at.git('merge', '--quiet', '--no-ff', '-m', 'Merge feature', 'feature');
    at.now += 40 * hour;
    return wip;
  },
  'candidate values that somebody edited': edited(values('prod'), (text) =>
    text.replace('knob: 1', 'knob: 9'),
  ),
  'another repository in a candidate': edited(application('prod'), (text) =>
    text.replaceAll('git.example.org/demo', 'git.example.org/other'),
  ),
  'another template for the revision': edited(application('prod'), (text) =>
    text.replaceAll('{{ .Values.revision }}', '{{.Values.revision}}'),
  ),
  'a branch instead of the revision': edited(application('prod'), (text) =>
    text.replaceAll('"{{ .Values.revision }}"', 'main'),
  ),
  'another project in a candidate': edited(application('prod'), (text) => text.replace('-apis', '-stores')),
  'another dependency in a plan': edited('environments/prod/generated/candidate/plan/api.yaml', (text) =>
    text.replace('  - db\n', ''),
  ),
  'a chart that somebody edited': edited('charts/service/templates/all.yaml', () => 'a: hand\n'),
  'an unsoaked commit and one blank line': async (at) => {
    await knob(at, 2);
    return at.onBranch('release/prod/blank', 'main', () => {
      edit(at, values('prod'), (text) => `${text}\n`);
      commitAll(at, 'blank');
    });
  },
  'anything below a trailer that settings copies had': (at) =>
    edited(
      values('prod'),
      (text) => text.replace('knob: 1', 'knob: 9'),
      `fix\n\nSettings-from: ${tip(at)}`,
    )(at),
  'a merge commit with a tree of its own': async (at) => {
    const side = await at.onBranch('side', at.pins('prod').api ?? '', () => commitAll(at, 'side'));
    return at.onBranch('release/prod/merge', at.pins('prod').api ?? '', () => {
      at.git('merge', '--quiet', '--no-ff', '--no-commit', side);
      edit(at, values('prod'), (text) => text.replace('knob: 1', 'knob: 9'));
      commitAll(at, 'Merge side');
    });
  },
  'an ancestor that dev ran for long, and staging and prod never': async (at) => {
    await knob(at, 4);
    const passed = tip(at);
    at.now += 40 * hour;
    await knob(at, 1);
    at.now += 40 * hour;
    return passed;
  },
};

describe('the gate says no to', () => {
  test.each(Object.entries(strange))('%s', async (_, pinOf) => {
    const at = world.copy();
    const pin = await pinOf(at);
    const refused = await judged(at, 'prod', { apps: { api: pin } });
    expect(refused).toEqual([expect.stringMatching(/^api: /)]);
    at.remove();
  });

  test('a commit that changes nothing here, and what has not soaked for the environments after it', async () => {
    const at = world.copy();
    const pin = await at.onBranch('release/staging/through', at.pins('staging').api ?? '', () => {
      edit(at, values('prod'), (text) => text.replace('knob: 1', 'knob: 9'));
      commitAll(at, 'fix');
    });
    expect(await judged(at, 'staging', { apps: { api: pin } })).toEqual([
      'api: api stays as it is here, and brings what has not soaked in dev to later environments',
    ]);
    at.remove();
  });

  test('an emergency of one app as a reason for another', async () => {
    const at = world.copy();
    await knob(at, 2);
    const emergency = (app: string) => [{ reason: 'users wait', since: '2023-11-20', apps: [app] }];
    const pins = { apps: { api: tip(at) } };
    expect(await judged(at, 'prod', { ...pins, emergencies: emergency('db') })).toHaveLength(1);
    expect(await judged(at, 'prod', { ...pins, emergencies: emergency('api') })).toEqual([]);
    at.remove();
  });

  test('a pinned environment by another name that follows main, or that would have no release', async () => {
    const at = world.copy();
    const judge = async (work: () => void): Promise<string[]> => {
      const commit = await at.onBranch(`request-${at.now}`, 'main', () => {
        work();
        commitAll(at, 'By hand');
      });
      const judged = await checkCommit(commit, at.tools());
      return judged.flatMap(({ environment, refused }) =>
        refused.map(({ app, detail }) => `${environment}: ${app}: ${detail}`),
      );
    };
    const renamed = await judge(() => {
      at.git('mv', 'environments/prod', 'environments/live');
      write(at.root, { 'environments/live/release.yaml': 'follow: main\n' });
    });
    expect(renamed).toEqual([expect.stringContaining('live: every app: ')]);
    const gone = await judge(() => at.git('rm', '--quiet', 'environments/prod/release.yaml'));
    expect(gone).toEqual([expect.stringContaining('prod: every app: the environment would have no release')]);
    at.remove();
  });

  test('a hold of an app that nobody knows', async () => {
    const hold = { apo: { reason: 'an incident', until: '2023-12-01' } };
    expect(await judged(world.copy(), 'prod', { hold })).toEqual([
      'apo: it is held, and there is no such app',
    ]);
  });
});

test('the gate says yes to what a promotion would do, whoever writes it', async () => {
  const at = world.copy();
  await knob(at, 2);
  at.now += 20 * hour;
  const plan = await at.plan('staging', {}, { dryRun: true });
  const { next } = plan.described.plan;
  if (next === null) throw new Error('nothing to promote');
  expect(await judged(at, 'staging', next)).toEqual([]);
  expect(await judged(at, 'prod', { revision: next.revision, apps: next.apps })).toEqual([
    expect.stringMatching(/^api: /),
  ]);
  at.remove();
});
