import { delimiter, dirname } from 'node:path';
import { expect } from 'vitest';
import { program, tool } from '../../testing/program.ts';
import type { Thing } from './harness/api.ts';
import { onePerWave, upgrade } from './harness/changes.ts';
import { begins, broken } from './harness/order.ts';
import { managedBy, type Platform, test } from './harness/platform.ts';
import { sleep, until } from './harness/running.ts';
import { phasesOf } from './harness/statuses.ts';

/** Objects that Argo CD made for an app. */
const of =
  ({ nameOf }: Platform, app: string) =>
  ({ metadata }: Thing): boolean =>
    metadata.annotations?.['argocd.argoproj.io/tracking-id']?.startsWith(`${nameOf(app)}:`) ?? false;

const last = <T>(list: readonly T[]): T => {
  const value = list.at(-1);
  if (value === undefined) throw new Error('nothing there');
  return value;
};

/** What `status` says of the environment on the live cluster. */
async function liveStatus({ stage, environment }: Platform): Promise<string> {
  const { kubectl } = stage.programs;
  const env = {
    PATH: [dirname(kubectl), process.env.PATH].join(delimiter),
    HOME: stage.root,
    KUBECONFIG: stage.cluster.kubeconfig,
  };
  const { stdout: context } = await tool(kubectl, ['config', 'current-context'], { env });
  const asked = ['status', environment, '--live', context.trim(), '--root', stage.world.tree];
  const { stdout, stderr } = await program(asked, { env });
  expect(stderr).toBe('');
  return stdout;
}

/** Three apps that can be upgraded, each depending on the one before. */
function chain(platform: Platform): readonly [string, string, string] {
  const able = onePerWave(platform);
  const edges = platform
    .plan()
    .filter(({ name }) => able.includes(name))
    .flatMap(({ name, dependsOn }) =>
      dependsOn.filter((each) => able.includes(each)).map((each) => [each, name] as const),
    );
  for (const [first, second] of edges) {
    const third = edges.find(([from]) => from === second)?.[1];
    if (third !== undefined) return [first, second, third];
  }
  throw new Error('no three apps of the platform depend on one another');
}

test('an unhealthy app of the operations layer blocks nothing', async ({ platform }) => {
  const { stage, plan, nameOf } = platform;
  // One with pods that run: a CronJob is as healthy as can be before its first run.
  const deployments = await stage.cluster.api.list('apps/v1', 'Deployment');
  const unhealthy = last(
    plan().filter(({ layer, name }) => layer === 'operations' && deployments.some(of(platform, name))),
  );
  stage.responder.decide(of(platform, unhealthy.name), 'fails');
  upgrade(platform, unhealthy.name);
  const first = await stage.world.push('an exporter that fails');
  await platform.refresh(undefined);
  await platform.settled(first, { except: [unhealthy.name] });
  await until(`${unhealthy.name} is unhealthy`, () => platform.sight(unhealthy.name)?.health === 'Degraded');
  expect(platform.sight(unhealthy.name)?.health).toBe('Degraded');
  const before = stage.record.mark();
  upgrade(platform, last(onePerWave(platform)));
  const next = await stage.world.push('the next commit');
  await platform.refresh(undefined);
  await platform.settled(next, { except: [unhealthy.name] });
  expect(platform.sight(unhealthy.name)?.health).toBe('Degraded');
  const root = stage.record.sights.filter(({ name, order }) => name === nameOf() && order > before);
  // Not for a moment did the root wait for it: it says what it waits for, and it can only wait for what it made.
  const waits = root.map(({ object }) => object.status?.operationState?.message ?? '');
  expect(waits.some((message) => message.includes('waiting for healthy state'))).toBe(true);
  expect(waits.filter((message) => message.includes(nameOf(unhealthy.name)))).toEqual([]);
  const made = managedBy(await platform.application()).map(({ name }) => name);
  expect(made).toContain(nameOf(last(onePerWave(platform))));
  expect(made).not.toContain(nameOf(unhealthy.name));
  expect(root.map(({ phase }) => phase)).not.toContain('Failed');
  await stage.responder.relent();
  await platform.settled(next);
});

test('an app that is Degraded for a while makes the next ones wait, and nothing fails', async ({
  platform,
}) => {
  const { stage, nameOf } = platform;
  const [, app, later] = chain(platform);
  const before = stage.record.mark();
  stage.responder.decide(of(platform, app), 'degraded-for-a-while');
  upgrade(platform, app, later);
  const commit = await stage.world.push('a rough start');
  await platform.refresh(undefined);
  await platform.settled(commit);
  const sights = stage.record.sights.filter(({ order }) => order > before);
  expect(sights.some(({ name, health }) => name === nameOf(app) && health === 'Degraded')).toBe(true);
  expect(sights.some(({ name, phase }) => name === nameOf() && phase === 'Failed')).toBe(false);
  expect(broken(platform.edges({ after: before, target: platform.at(commit) }))).toEqual([]);
  await stage.responder.relent();
});

test('a Job that fails is retried by Kubernetes, and the wave waits for it', async ({ platform }) => {
  const { stage, plan, application } = platform;
  const resources = await Promise.all(
    plan().map(async ({ name }) => (await application(name)).status.resources ?? []),
  );
  const app = plan().find((_, i) => resources[i].some(({ kind }: Thing) => kind === 'Job'))?.name;
  if (app === undefined) throw new Error('the platform has no Job');
  const before = stage.record.mark();
  const failed = new Set<string>();
  // The first pod of each Job fails, the next one does not.
  stage.responder.decide((object) => {
    const job = object.metadata.labels?.['batch.kubernetes.io/job-name'];
    if (object.kind !== 'Pod' || job === undefined || failed.has(job)) return false;
    failed.add(job);
    return true;
  }, 'fails');
  upgrade(platform, app);
  const commit = await stage.world.push('a migration that fails once');
  await platform.refresh(undefined);
  await platform.settled(commit);
  expect(failed.size).toBeGreaterThan(0);
  const retried = (await stage.cluster.api.list('batch/v1', 'Job')).filter(
    ({ status }) => status?.failed === 1 && status?.succeeded === 1,
  );
  expect(retried.map(({ metadata }) => metadata.name).sort()).toEqual([...failed].sort());
  expect(broken(platform.edges({ after: before, target: platform.at(commit) }))).toEqual([]);
  await stage.responder.relent();
});

test('an app that never gets ready blocks later apps, and no earlier one; the fix is rolled out by itself', async ({
  platform,
}) => {
  const { stage, nameOf, plan } = platform;
  const [first, unhealthy, later] = chain(platform);
  // The least that a definition may say.
  const patience = 60;
  const file = `apps/${plan().find(({ name }) => name === unhealthy)?.layer}/${unhealthy}.ts`;
  stage.world.edit(file, "\n  layer: '", `\n  patience: ${patience},\n  layer: '`);
  const before = stage.record.mark();
  stage.responder.decide(of(platform, unhealthy), 'never');
  upgrade(platform, unhealthy, later);
  const bad = await stage.world.push('an image that never starts');
  await platform.refresh(undefined);
  await until(
    `${unhealthy} waits`,
    () =>
      platform.sight(unhealthy)?.revision.includes(bad) &&
      platform.sight(unhealthy)?.health === 'Progressing',
  );
  // One command says so, with the object that is to blame.
  const said = await liveStatus(platform);
  expect(said).toContain(`is held by ${unhealthy}\n`);
  expect(said).toMatch(/^ {2}(Deployment|StatefulSet|Pod|Job) \S+: /m);
  expect(said).toMatch(new RegExp(`^ {2}wave \\d+:.* ${later}\\*`, 'm'));
  const moved = stage.record.mark();
  await until(
    'the root gives up waiting',
    () =>
      stage.record.of(nameOf())?.object.status?.operationState?.retryCount > 0 ||
      stage.record.of(nameOf())?.phase === 'Failed',
  );
  expect(begins(stage.record, nameOf(later), before)).toEqual([]);
  const earlier = plan().filter(
    ({ wave }) => wave < (plan().find(({ name }) => name === unhealthy)?.wave ?? 0),
  );
  expect(earlier.flatMap(({ name }) => begins(stage.record, nameOf(name), moved))).toEqual([]);
  expect(platform.sight(first)?.health).toBe('Healthy');

  upgrade(platform, unhealthy);
  const fix = await stage.world.push('the fix');
  const tries = (): number => stage.record.of(nameOf())?.object.status?.operationState?.retryCount ?? 0;
  const tried = tries();
  await until('the fix reaches the app', () => platform.sight(unhealthy)?.revision.includes(fix));
  // One that had asked for the newest commit already, and the next.
  expect(tries() - tried).toBeLessThanOrEqual(2);
  // Not before: what was bad would get well, and the root would go on with it until it learns of the fix.
  await stage.responder.relent();
  await platform.settled(fix);
  expect(
    broken(platform.edges({ after: before, target: platform.at(fix) })).filter((edge) =>
      edge.startsWith(`${later} `),
    ),
  ).toEqual([]);
});

test('a restart long after the last sync raises no alarm', async ({ platform }) => {
  const { stage, nameOf } = platform;
  // The app of before, whose patience is short: it has run out long since, counted from the sync.
  const [, app] = chain(platform);
  await sleep(1000);
  const before = stage.record.mark();
  const made = of(platform, app);
  const object = (await stage.cluster.api.list('apps/v1', 'Deployment')).find(made);
  if (!object) throw new Error(`${app} has no Deployment`);
  for (const { status, lasts } of phasesOf('Deployment.apps', object, 'ready', 4000)) {
    await stage.cluster.api.merge(object, { status }, '/status');
    await sleep(lasts);
  }
  const sights = stage.record.sights.filter(({ order }) => order > before);
  expect(sights.some(({ name, health }) => name === nameOf(app) && health === 'Progressing')).toBe(true);
  expect(sights.filter(({ name, health }) => name === nameOf() && health === 'Degraded')).toEqual([]);
  await until(`${app} is well again`, () => platform.sight(app)?.health === 'Healthy');
});
