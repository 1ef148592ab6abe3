import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import type { PlanNode } from '../../src/plan/plan.ts';
import { read } from '../../testing/folder.ts';
import { program } from '../../testing/program.ts';
import { identitiesOf, managedBy, type Platform, test, wake } from './harness/platform.ts';
import { sleep, until } from './harness/running.ts';
import { lostSince } from './harness/unharmed.ts';
import { git } from './harness/world.ts';

const environmentOf = ({ environment }: Platform): string => `environments/${environment}`;
const setOf = (platform: Platform): string => `${environmentOf(platform)}/generated/applicationset.yaml`;

/** Takes back everything since a commit, as a person would, and waits until that is what runs. */
async function back(platform: Platform, commit: string): Promise<void> {
  const { world } = platform.stage;
  await git(world.tree, 'checkout', '--quiet', commit, '--', '.');
  const reverted = await world.pushAsIs('back');
  await platform.refresh(undefined);
  await platform.settled(reverted);
}

/** Has the bootstrap look at git, and the root after it: long enough for a deletion to show. */
async function aWhile({ stage, nameOf }: Platform): Promise<void> {
  for (const name of [`${stage.world.model.platform.name}-bootstrap`, nameOf()]) {
    const found = await stage.cluster.api.get('argoproj.io/v1alpha1', 'Application', name, 'argocd');
    if (found) await wake(stage.cluster.api, found);
    await sleep(6000);
  }
}

const expectNothingLost = async (
  platform: Platform,
  before: Map<string, string>,
  apps?: readonly string[],
): Promise<void> => {
  expect(await lostSince(platform, before, apps)).toEqual([]);
};

test('deleting the root, or the ApplicationSet that makes it, loses nothing', async ({ platform }) => {
  const { stage, nameOf } = platform;
  const { api } = stage.cluster;
  const before = await platform.identities();
  // Those of the operations layer are their ApplicationSet's: a foreground deletion may take the Applications along,
  // which are made anew, but nothing that they made.
  const loose = platform.plan().flatMap(({ name, layer }) => (layer === 'operations' ? [nameOf(name)] : []));
  const children = async (): Promise<Map<string, string | undefined>> =>
    new Map(
      (await api.list('argoproj.io/v1alpha1', 'Application'))
        .filter(({ metadata: { name } }) => name.startsWith(`${nameOf()}-`) && !loose.includes(name))
        .map(({ metadata }) => [metadata.name, metadata.uid]),
    );
  const own = await children();
  const there = (kind: string, name: string, uid?: string) => async (): Promise<boolean> => {
    const found = await api.get('argoproj.io/v1alpha1', kind, name, 'argocd');
    return (
      found !== undefined && found.metadata.uid !== uid && found.metadata.deletionTimestamp === undefined
    );
  };
  const root = await platform.application();
  await api.delete(root);
  await until('the root is back', there('Application', nameOf(), root.metadata.uid));
  for (const [name, propagation] of [
    [nameOf(), 'Background'],
    [nameOf(), 'Foreground'],
    [`${nameOf()}-operations`, 'Background'],
    [`${nameOf()}-operations`, 'Foreground'],
  ] as const) {
    const set = await api.get('argoproj.io/v1alpha1', 'ApplicationSet', name, 'argocd');
    if (!set) throw new Error(`there is no ApplicationSet ${name}`);
    await api.delete(set, propagation);
    await until(`${name} is back`, there('ApplicationSet', name, set.metadata.uid));
  }
  await platform.settled(await stage.world.head());
  expect(await children()).toEqual(own);
  await expectNothingLost(platform, before);
});

test('an empty list, a lost file, a lost folder: nothing that runs is deleted', async ({ platform }) => {
  const { stage } = platform;
  const { world } = stage;
  // By name, for there will be no plan to read them from.
  const apps = platform.plan().map(({ name }) => name);
  const before = await platform.identities(apps);
  const good = await stage.world.head();

  const set = parse(read(world.tree, setOf(platform)));
  set.spec.generators[0].list.elements = [];
  world.write({ [setOf(platform)]: stringify(set) });
  await world.pushAsIs('an empty list');
  await aWhile(platform);
  await expectNothingLost(platform, before, apps);
  expect(stage.record.of(platform.nameOf())?.deleted).toBe(false);

  rmSync(join(world.tree, setOf(platform)));
  await world.pushAsIs('a lost file');
  await aWhile(platform);
  await expectNothingLost(platform, before, apps);

  rmSync(join(world.tree, environmentOf(platform)), { recursive: true });
  await world.pushAsIs('a lost folder');
  await aWhile(platform);
  await expectNothingLost(platform, before, apps);
  await back(platform, good);
  await expectNothingLost(platform, before, apps);
});

/** The last app of the order that nothing depends on and that keeps no data. */
function leaf(nodes: readonly PlanNode[]): string {
  const found = [...nodes]
    .sort((a, b) => b.wave - a.wave)
    .find(
      ({ name, keepsData, layer }) =>
        !keepsData &&
        layer !== 'operations' &&
        !nodes.some(({ dependsOn, uses }) => [...dependsOn, ...uses].includes(name)),
    );
  if (!found) throw new Error('every app is needed by another');
  return found.name;
}

test('a stateless app that is removed from Git stays until it is deleted, and then leaves nothing behind', async ({
  platform,
}) => {
  const { stage, environment, nameOf } = platform;
  const { api } = stage.cluster;
  const good = await stage.world.head();
  const app = leaf(platform.plan());
  const before = await platform.identities([app]);
  const child = await platform.application(app);
  stage.world.edit(
    `environments/${environment}/environment.ts`,
    "\n  size: '",
    `\n  apps: { exclude: ['${app}'] },\n  size: '`,
  );
  const commit = await stage.world.push(`without ${app}`);
  await platform.refresh(undefined);
  await platform.settled(commit);
  expect(await identitiesOf(api, managedBy(child))).toEqual(before);
  await api.delete(child);
  await until(`${nameOf(app)} is gone`, () => stage.record.of(nameOf(app))?.deleted);
  expect([...(await identitiesOf(api, managedBy(child))).values()].filter((uid) => uid !== 'gone')).toEqual(
    [],
  );
  await back(platform, good);
});

test('the Application of a stateful app is deleted without its objects, and adopts them again', async ({
  platform,
}) => {
  const { stage, nameOf } = platform;
  const keepers = platform.plan().filter(({ keepsData }) => keepsData);
  const before = await platform.identities(keepers.map(({ name }) => name));
  expect(before.size).toBeGreaterThan(keepers.length);
  const children = await Promise.all(keepers.map(({ name }) => platform.application(name)));
  for (const child of children) await stage.cluster.api.delete(child);
  await until('all of them are made anew', async () => {
    const found = await Promise.all(
      keepers.map(({ name }) =>
        stage.cluster.api.get('argoproj.io/v1alpha1', 'Application', nameOf(name), 'argocd'),
      ),
    );
    return found.every((each, i) => each !== undefined && each.metadata.uid !== children[i]?.metadata.uid);
  });
  await platform.refresh(undefined);
  await platform.settled(await stage.world.head());
  await expectNothingLost(platform, before);
});

async function teardown(
  platform: Platform,
  ...options: readonly string[]
): Promise<readonly (readonly string[])[]> {
  const { stage, environment } = platform;
  const asked = ['teardown', environment, '--root', stage.world.tree, ...options];
  const { stdout: script } = await program(asked);
  const { stdout: json } = await program([...asked, '--format', 'json']);
  const folder = join(stage.programs.kubectl, '..');
  await promisify(execFile)('sh', ['-c', script], {
    // kubectl keeps what it learns of a cluster at home.
    env: { PATH: `${folder}:${process.env.PATH}`, HOME: stage.root, KUBECONFIG: stage.cluster.kubeconfig },
  });
  return (JSON.parse(json) as { waves: string[][] }).waves;
}

/** When the Application of an app went. */
function goneAt({ stage, nameOf }: Platform, app: string): number {
  return stage.record.sights.findLast(({ name, deleted }) => name === nameOf(app) && deleted)?.order ?? -1;
}

function expectReverse(platform: Platform, waves: readonly (readonly string[])[]): void {
  for (const [i, wave] of waves.entries()) {
    const next = waves[i + 1] ?? [];
    for (const app of wave) {
      expect(goneAt(platform, app), app).toBeGreaterThan(0);
      for (const later of next)
        expect(goneAt(platform, later), `${later} after ${app}`).toBeGreaterThan(goneAt(platform, app));
    }
  }
}

test('an environment is torn down in reverse order, and its data only on request', async ({ platform }) => {
  const { stage, environment } = platform;
  const { api } = stage.cluster;
  const nodes = platform.plan();
  const keepers = nodes.filter(({ keepsData }) => keepsData).map(({ name }) => name);
  const data = await platform.identities(keepers);
  const without = nodes.filter(({ layer }) => layer === 'apis' || layer === 'processing');
  const objects = await Promise.all(without.map(({ name }) => platform.application(name)));
  const definitions = async (): Promise<string[]> =>
    (await api.list('apiextensions.k8s.io/v1', 'CustomResourceDefinition')).map(
      ({ metadata }) => metadata.name,
    );
  const known = await definitions();
  expect(known).not.toEqual([]);
  await expect(teardown(platform)).rejects.toThrow('remove the environment from Git first');
  // Out of git, for Argo CD; the definitions are still what the script is made from.
  rmSync(join(stage.world.tree, setOf(platform)));
  await stage.world.pushAsIs(`without ${environment}`);
  await aWhile(platform);

  const first = await teardown(platform);
  expectReverse(platform, first);
  await expectNothingLost(platform, data, keepers);
  const left = await identitiesOf(api, objects.flatMap(managedBy));
  expect([...left].filter(([, uid]) => uid !== 'gone')).toEqual([]);

  const all = await teardown(platform, '--with-data');
  expectReverse(
    platform,
    all.filter((wave) => wave.some((app) => keepers.includes(app))),
  );
  expect(
    (await api.list('argoproj.io/v1alpha1', 'Application')).map(({ metadata }) => metadata.name),
  ).toEqual([`${stage.world.model.platform.name}-bootstrap`]);
  expect((await api.list('apps/v1', 'StatefulSet')).map(({ metadata }) => metadata.name)).toEqual([]);
  expect(await definitions()).toEqual(known);
});
