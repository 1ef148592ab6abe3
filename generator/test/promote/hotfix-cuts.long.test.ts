import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hotfixFolders } from '../../src/edge/hotfix/hotfix-folders.ts';
import { generate } from '../../src/generate.ts';
import { type HotfixOptions, type HotfixStep, type HotfixTools, stepHotfix } from '../../src/hotfix.ts';
import { read, temporaryFolder, write } from '../../testing/folder.ts';
import { MemoryForge } from '../support/memory-forge.ts';
import { repositoryAt, type Sketch, World } from './world.ts';

const hour = 3600;
const options: HotfixOptions = {
  environment: 'prod',
  app: null,
  name: 'login',
  reason: 'users cannot log in',
};

/** A repository with prod pinned, and main gone on since. */
let past: World;

beforeAll(async () => {
  past = await World.create();
  past.now += 20 * hour;
  await past.promote('staging');
  past.now += 20 * hour;
  await past.promote('prod');
  await past.changeApps(past.sketches.map((app) => ({ ...app, knob: 7 })));
});

/** A remote, and a clone of it that has a folder beside it. */
function remoteAndClone(): { remote: World; clone: World } {
  const remote = past.clone('--bare');
  const clone = new World(join(temporaryFolder(), 'acme'));
  remote.git('clone', '--quiet', remote.root, clone.root);
  clone.now = past.now;
  return { remote, clone };
}

function toolsOf(clone: World, forge: MemoryForge): HotfixTools {
  const at = async (folder: string): Promise<void> => {
    await generate(repositoryAt(folder), { check: false });
  };
  return { ...clone.tools(forge), folders: hotfixFolders(clone.root, { generate: at }) };
}

const step = (clone: World, forge: MemoryForge): Promise<HotfixStep> =>
  stepHotfix(options, toolsOf(clone, forge));

/** What a person does in the folder. */
function fix(folder: string): void {
  const apps = JSON.parse(read(folder, 'apps.json')) as Sketch[];
  write(folder, {
    'apps.json': JSON.stringify(apps.map((app) => (app.name === 'api' ? { ...app, knob: 99 } : app))),
  });
}

/** All that it leaves behind, but for the ids of commits, whose times differ. */
const traces = (remote: World, forge: MemoryForge): unknown => ({
  fixed: remote.git('rev-parse', 'release/prod/login^{tree}'),
  commits: remote.git('rev-list', '--count', 'main..release/prod/login'),
  tags: remote.git('tag', '--points-at', 'release/prod/login').split('\n').length,
  promotions: remote.git('rev-list', '--count', 'main..promote/prod'),
  titles: [...forge.drafts.values()].map(({ title }) => title),
});

/** Fails at one of the calls that change something outside: before it is made, or after, when its answer is lost. */
function cutOff(tools: HotfixTools, cut: number, when: 'before' | 'after'): HotfixTools {
  let calls = 0;
  const guarded = <T extends object>(target: T, names: readonly string[]): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = from[name as keyof T];
        if (typeof value !== 'function' || !names.includes(String(name))) return value;
        return (...args: unknown[]) => {
          calls += 1;
          if (calls !== cut) return value.apply(from, args);
          if (when === 'before') throw new Error('cut off');
          const result: unknown = value.apply(from, args);
          const cutNow = (): never => {
            throw new Error('cut off');
          };
          return result instanceof Promise ? result.then(cutNow) : cutNow();
        };
      },
    });
  const forge = tools.forge && guarded(tools.forge, ['savePullRequest']);
  return { ...guarded(tools, ['publish']), forge, folders: guarded(tools.folders, ['begin', 'complete']) };
}

test('cut off at any call and run again, it ends as if nothing had happened, and no edit is lost', async () => {
  const whole = remoteAndClone();
  const wholeForge = new MemoryForge();
  const begun = await step(whole.clone, wholeForge);
  expect(begun.kind).toBe('begun');
  fix(`${whole.clone.root}-prod-login`);
  expect(await step(whole.clone, wholeForge)).toMatchObject({ kind: 'pinned', apps: ['api'] });
  const wanted = traces(whole.remote, wholeForge);
  for (const when of ['before', 'after'] as const) {
    for (let cut = 1; ; cut++) {
      const { remote, clone } = remoteAndClone();
      const forge = new MemoryForge();
      await step(clone, forge);
      fix(`${clone.root}-prod-login`);
      const wasCut = await stepHotfix(options, cutOff(toolsOf(clone, forge), cut, when)).then(
        () => false,
        (error: Error) => error.message === 'cut off',
      );
      if (!wasCut) {
        expect(cut).toBeGreaterThan(4);
        break;
      }
      await step(clone, forge);
      expect(traces(remote, forge), `${when} call ${cut}`).toEqual(wanted);
    }
  }
});

test('cut off while it begins, it begins once', async () => {
  for (const when of ['before', 'after'] as const) {
    const { remote, clone } = remoteAndClone();
    const forge = new MemoryForge();
    await expect(stepHotfix(options, cutOff(toolsOf(clone, forge), 1, when))).rejects.toThrow('cut off');
    const { hotfix } = await step(clone, forge);
    expect(hotfix).toMatchObject({ branch: 'release/prod/login', folder: `${clone.root}-prod-login` });
    expect(remote.git('for-each-ref', 'refs/heads/release')).toBe('');
  }
});

test('settings that are on their way are nobody’s hotfix, and a colleague’s is taken up by its name', async () => {
  const { remote, clone } = remoteAndClone();
  const pin = clone.pins('prod').api ?? '';
  clone.git('push', '--quiet', 'origin', `${pin}:refs/heads/release/prod/settings-0`);
  clone.git('branch', '--quiet', 'release/prod/settings-0', pin);
  const colleague = remote.clone();
  colleague.git('switch', '--quiet', '-c', 'release/prod/login', pin);
  await colleague.changeApps(
    colleague.sketches.map((app) => (app.name === 'api' ? { ...app, knob: 5 } : app)),
  );
  colleague.git('push', '--quiet', 'origin', 'release/prod/login');
  const forge = new MemoryForge();
  const own = await stepHotfix({ ...options, name: null }, toolsOf(clone, forge));
  expect(own).toMatchObject({
    kind: 'begun',
    hotfix: { branch: expect.stringMatching(/^release\/prod\/hotfix-/) },
  });
  const taken = await step(clone, forge);
  expect(taken).toMatchObject({ kind: 'pinned', commit: colleague.git('rev-parse', 'HEAD'), apps: ['api'] });
});
