import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layers } from '../../src/definition/layer.ts';
import { UsageError } from '../../src/problem/errors.ts';
import { filesIn, write } from '../../testing/folder.ts';
import { environments, type Sketch, World } from '../promote/world.ts';

/** Something that happens to a repository, some hours after what happened before. Numbers choose among what there is. */
type Event =
  | {
      readonly kind: 'knob' | 'port' | 'remove' | 'rename' | 'move';
      readonly app: number;
      readonly to: number;
    }
  | { readonly kind: 'add' | 'chart'; readonly to: number }
  | { readonly kind: 'size'; readonly environment: number }
  | { readonly kind: 'hold'; readonly environment: number; readonly app: number }
  | { readonly kind: 'promote'; readonly environment: number; readonly apps: readonly number[] }
  | { readonly kind: 'train'; readonly hours: number; readonly back: boolean }
  | { readonly kind: 'emergency' | 'hotfix'; readonly environment: number; readonly app: number }
  | { readonly kind: 'rollback' | 'settings'; readonly environment: number };

const number = fc.nat(5);
const environment = fc.integer({ min: 1, max: 2 });
const one = <Kind extends string>(...kinds: Kind[]): fc.Arbitrary<Kind> => fc.constantFrom(...kinds);
const apps = fc.oneof(fc.constant([]), fc.uniqueArray(number, { minLength: 1, maxLength: 2 }));

const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: one('knob', 'port'), app: number, to: number }) },
  { weight: 2, arbitrary: fc.record({ kind: one('remove', 'rename', 'move'), app: number, to: number }) },
  { weight: 1, arbitrary: fc.record({ kind: one('add', 'chart'), to: number }) },
  { weight: 1, arbitrary: fc.record({ kind: one('size'), environment: fc.nat(2) }) },
);
const promotion = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: one('promote'), environment, apps }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: one('train'), hours: fc.constantFrom(11, 13), back: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: one('emergency', 'hotfix', 'hold'), environment, app: number }) },
  { weight: 4, arbitrary: fc.record({ kind: one('rollback', 'settings'), environment }) },
);
const hours = fc.constantFrom(0, 1, 3, 13);
/** Changes and promotions take turns, so that there is mostly something to promote. */
const turn = fc.tuple(change, hours, promotion, hours);

/** Both later environments pinned, with time to soak behind them. Made once, and copied. */
const pinnedWorld = World.create().then(async (world) => {
  world.now += 20 * 3600;
  for (const name of ['staging', 'prod']) await world.promote(name);
  world.now += 20 * 3600;
  return world;
});

test('whatever happens to a repository, promotions keep their promises', async () => {
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 4, maxLength: 6 }), async (turns) => {
      const world = (await pinnedWorld).copy();
      try {
        for (const [first, pause, second, rest] of turns) {
          for (const [each, after] of [
            [first, pause],
            [second, rest],
          ] as const) {
            const what = await happen(world, each);
            seen[what] = (seen[what] ?? 0) + 1;
            world.now += after * 3600;
          }
        }
      } finally {
        world.discard();
      }
    }),
    // Longer, and elsewhere: LAW_RUNS=100 LAW_SEED=7
    {
      numRuns: Number(process.env.LAW_RUNS ?? 8),
      seed: Number(process.env.LAW_SEED ?? 1),
      endOnFailure: true,
    },
  );
  if (process.env.LAW_SEED !== undefined) return console.log(seen);
  // Otherwise the law would hold because nothing happens.
  for (const what of ['a change', 'promotion', 'rollback', 'settings', 'hotfix'])
    expect(seen[what], what).toBeGreaterThan(0);
});

/** Makes an event happen, checks what only that event promises, and says what it was. */
async function happen(world: World, each: Event): Promise<string> {
  switch (each.kind) {
    case 'promote':
      return await promotes(world, environments[each.environment] ?? 'prod', each.apps);
    case 'train': {
      // To staging, and from there to prod, with or without enough time between.
      const first = await promotes(world, 'staging', []);
      world.now += each.hours * 3600;
      const before = world.tree('prod');
      const second = await promotes(world, 'prod', []);
      if (second !== 'promotion') return first;
      return each.back ? await comesBack(world, 'prod', before) : second;
    }
    case 'rollback':
      return await rollsBack(world, environments[each.environment] ?? 'prod');
    case 'settings':
      return await bringsSettings(world, environments[each.environment] ?? 'prod');
    case 'emergency':
    case 'hotfix':
      return await hurries(world, each.kind, environments[each.environment] ?? 'prod', each.app);
    default:
      return await changes(world, each);
  }
}

/** A change on main never changes what runs in a pinned environment. */
async function changes(world: World, each: Event): Promise<string> {
  const pinned = environments.filter((name) => world.isPinned(name));
  const before = pinned.map((name) => world.tree(name));
  await define(world, each);
  expect(pinned.map((name) => world.tree(name))).toEqual(before);
  return 'a change';
}

async function define(world: World, each: Event): Promise<void> {
  const apps = world.sketches;
  const chosen = 'app' in each ? (apps[each.app % apps.length] as Sketch) : undefined;
  const edited = (edit: (app: Sketch) => Sketch): Sketch[] =>
    apps.map((app) => (app === chosen ? edit(app) : app));
  switch (each.kind) {
    case 'knob':
      return void (await world.changeApps(edited((app) => ({ ...app, knob: app.knob + each.to + 1 }))));
    case 'port':
      return void (await world.changeApps(edited((app) => ({ ...app, port: app.port + each.to + 1 }))));
    case 'move':
      return void (await world.changeApps(edited((app) => ({ ...app, layer: layers[each.to] ?? 'apis' }))));
    case 'rename':
      return void (await world.changeApps(edited((app) => ({ ...app, name: `${app.name}x` }))));
    case 'remove':
      return void (await world.changeApps(apps.filter((app) => app !== chosen)));
    case 'add': {
      const needs = apps.filter(({ layer }) => layer === 'stores').map(({ name }) => name);
      const fresh: Sketch = {
        name: `new-${apps.length}-${each.to}`,
        layer: 'apis',
        dependsOn: needs.slice(0, each.to % 2),
        knob: 0,
        port: 1000,
        keepsData: false,
      };
      return void (await world.changeApps([...apps.filter(({ name }) => name !== fresh.name), fresh]));
    }
    case 'chart':
      return void (await world.change({ 'charts/service/templates/all.yaml': `a: ${each.to}\n` }));
    case 'size': {
      const file = `environments/${environments[each.environment]}/environment.ts`;
      const large = world.git('show', `HEAD:${file}`).includes('large');
      return void (await world.change({ [file]: `{ "size": "${large ? 'small' : 'large'}" }\n` }));
    }
    case 'hold': {
      const file = `environments/${environments[each.environment]}/release.yaml`;
      const text = world.git('show', `HEAD:${file}`);
      const app = Object.keys(world.pins(environments[each.environment] ?? 'prod'))[each.app];
      if (app === undefined || text.includes('hold:')) return;
      const hold = `hold:\n  ${app}: { reason: an incident, until: 2023-11-18 }\n`;
      return void (await world.change({ [file]: `${text}\n${hold}` }));
    }
  }
}

/** Nothing outside the selection moves, and nothing becomes newer than it is upstream. */
async function promotes(world: World, environment: string, numbers: readonly number[]): Promise<string> {
  const before = world.pins(environment);
  const names = Object.keys(before);
  const apps = [...new Set(numbers.flatMap((n) => names[n % names.length] ?? []))];
  const tree = world.tree(environment);
  const { described, published } = await world.promote(environment, { apps });
  if (!published) {
    expect(world.tree(environment)).toBe(tree);
    return 'nothing';
  }
  keepsItsPromise(world, environment);
  const after = world.pins(environment);
  const moved = [...new Set([...names, ...Object.keys(after)])].filter((app) => before[app] !== after[app]);
  if (apps.length > 0) expect(apps).toEqual(expect.arrayContaining(moved));
  const upstream = world.pins(environment === 'prod' ? 'staging' : 'dev');
  for (const { app, to } of described.plan.moves) {
    const there = upstream[app];
    if (!to || there === undefined || there === to.commit) continue;
    // `there` may have gone on; it must not be what this one has left behind.
    expect(world.isAncestor(there, to.commit), `${app} in ${environment} is newer than upstream`).toBe(false);
  }
  return 'promotion';
}

/** What ran before a promotion runs again, to the byte, but for what would strand its data. */
async function comesBack(world: World, environment: string, before: string): Promise<string> {
  const { described } = await world.promote(environment, { to: 'PREVIOUS' });
  if (described.plan.deferred.length > 0) return 'rollback of what can go back';
  expect(world.tree(environment)).toBe(before);
  return 'rollback';
}

/** The same, some time and some changes later. */
async function rollsBack(world: World, environment: string): Promise<string> {
  const history = world.git(
    'log',
    '--first-parent',
    '--format=%H',
    '--',
    `environments/${environment}/release.yaml`,
  );
  const now = world.pins(environment);
  const commits = history.split('\n').flatMap((commit) => [commit, `${commit}~1`]);
  const earlier = commits.find(
    (commit) => JSON.stringify(pinsOrNone(world, environment, commit)) !== JSON.stringify(now),
  );
  const { described, published } = await world
    .promote(environment, { to: 'PREVIOUS' })
    .catch(toleratingUsage);
  if (!published) return 'nothing';
  keepsItsPromise(world, environment);
  if (described.plan.deferred.length > 0) return 'rollback of what can go back';
  if (earlier === undefined || !world.isPinned(environment, earlier)) return 'rollback to before the pins';
  expect(world.tree(environment)).toBe(world.tree(environment, earlier));
  return 'rollback';
}

function pinsOrNone(world: World, environment: string, commit: string): unknown {
  try {
    return world.pins(environment, commit);
  } catch {
    return null;
  }
}

/** No app gets another version with the settings: the definitions that it runs from stay those of its pin. */
async function bringsSettings(world: World, environment: string): Promise<string> {
  await define(world, { kind: 'size', environment: environments.indexOf(environment as 'prod') });
  const before = world.pins(environment);
  const { published } = await world.promote(environment, { settings: true });
  if (!published) return 'nothing';
  keepsItsPromise(world, environment);
  const after = world.pins(environment);
  for (const [app, commit] of Object.entries(after)) {
    const was = before[app] ?? '';
    expect(world.git('diff', '--name-only', was, commit, '--', 'apps.json', 'charts')).toBe('');
  }
  return 'settings';
}

/** An emergency goes past all others, and says so for as long as it lasts. */
async function hurries(world: World, kind: string, environment: string, app: number): Promise<string> {
  const pins = world.pins(environment);
  const names = Object.keys(pins);
  const name = names[app % names.length] ?? 'db';
  const pin = pins[name] ?? 'HEAD';
  const revision = kind === 'hotfix' ? await hotfix(world, environment, name, pin) : null;
  const request = { apps: [name], revision, emergency: 'users wait' };
  const { published } = await world.promote(environment, request).catch(toleratingUsage);
  if (!published) return 'nothing';
  keepsItsPromise(world, environment);
  expect(world.git('show', `HEAD:environments/${environment}/release.yaml`)).toContain(
    "reason: 'users wait'",
  );
  return kind;
}

async function hotfix(world: World, environment: string, app: string, pin: string): Promise<string> {
  world.git('switch', '--quiet', '-c', `release/${environment}/fix-${world.now}`, pin);
  const apps = world.sketches.map((each) => (each.name === app ? { ...each, knob: each.knob + 100 } : each));
  write(world.root, { 'apps.json': JSON.stringify(apps) });
  await world.changeApps(apps);
  const commit = world.git('rev-parse', 'HEAD');
  world.git('switch', '--quiet', 'main');
  return commit;
}

function toleratingUsage(error: unknown): { published: null; described: { plan: { left: [] } } } {
  if (error instanceof UsageError) return { published: null, described: { plan: { left: [] } } };
  throw error;
}

const wave = /(sync-wave: )"-?\d+"/;

/** What runs in an environment is byte-equal to the candidates at its pins, but for target revision and wave. */
function keepsItsPromise(world: World, environment: string): void {
  const folder = `environments/${environment}/generated`;
  const running = filesIn(join(world.root, folder, 'running/applications'));
  const pins = world.pins(environment);
  for (const [file, text] of Object.entries(running)) {
    const pin = pins[file.replace('.yaml', '')] ?? '';
    const candidate = world.git('show', `${pin}:${folder}/candidate/applications/${file}`);
    expect(text).toContain(`targetRevision: "${pin}"`);
    const neutral = text.replaceAll(`"${pin}"`, '"{{ .Values.revision }}"').replace(wave, '$1');
    expect(neutral.trimEnd()).toBe(candidate.replace(wave, '$1'));
  }
}
