import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { upgrade } from './harness/changes.ts';
import { broken } from './harness/order.ts';
import { type Platform, platformOn } from './harness/platform.ts';
import { artefact } from './harness/proof.ts';
import { makeStage, type Stage } from './harness/stage.ts';
import { makeSyntheticWorld } from './harness/world.ts';

/** Two waves in each layer: half of a layer's apps need one of the other half. */
const needs = (apps: number) => (i: number) => [i - Math.max(1, Math.floor(apps / 12))];

const rows: string[] = [];

function row(what: string, seconds: number, calls: number, stage: Stage): void {
  const memory = (['applications', 'applicationsets', 'repositories'] as const).map(
    (name) => `${Math.round(peakMemory(stage.argo.running[name]?.pid ?? -1) / 1024)}`,
  );
  rows.push(`| ${what} | ${Math.round(seconds)} | ${calls} | ${memory.join(' | ')} |`);
  artefact(
    'scale.md',
    `| what | seconds from commit to the last Healthy | calls to API servers | application controller, MiB at its peak | ApplicationSet controller | repo-server |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  );
}

/** Largest resident memory of a process, KiB. */
const peakMemory = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] ?? Number.NaN);

/** Requests that all API servers have answered so far. */
async function callsTo({ cluster, others }: Stage): Promise<number> {
  const texts = await Promise.all([cluster, ...others].map(({ api }) => api.call<string>('GET', '/metrics')));
  return texts
    .flatMap((text) => [...text.matchAll(/^apiserver_request_total\{.*\} (\S+)$/gm)])
    .reduce((sum, [, count]) => sum + Number(count), 0);
}

async function timed(what: string, stage: Stage, work: () => Promise<void>): Promise<void> {
  const before = await callsTo(stage);
  const began = performance.now();
  await work();
  row(what, (performance.now() - began) / 1000, (await callsTo(stage)) - before, stage);
}

async function run(apps: number, environments: readonly string[]): Promise<void> {
  const shape = { environments, needs: needs(apps) };
  const stage = await makeStage('scale', {
    world: (root) => makeSyntheticWorld(root, apps, shape),
    clusters: environments,
    pace: 500,
  });
  const title = `${apps} apps in ${environments.length === 1 ? 'one environment' : `each of ${environments.length} environments`}`;
  try {
    const first = await stage.world.push('first');
    const platforms = environments.map((name) => platformOn(stage, name, first));
    const all = (commit: string): Promise<unknown> =>
      Promise.all(platforms.map((platform: Platform) => platform.settled(commit)));
    await timed(`${title}: install`, stage, async () => {
      await stage.bootstrap('main');
      await all(first);
    });
    for (const platform of platforms) expect(broken(platform.edges())).toEqual([]);

    const after = stage.record.mark();
    const upgraded = Array.from(
      { length: 10 },
      (_, i) => `app-${String(Math.floor((i * apps) / 10)).padStart(4, '0')}`,
    );
    // All environments have the same images.
    const [any] = platforms;
    if (any) upgrade(any, ...upgraded);
    const second = await stage.world.push('ten apps');
    await timed(`${title}: upgrade of ten apps`, stage, async () => {
      for (const platform of platforms) await platform.refresh(undefined);
      await all(second);
    });
    for (const platform of platforms)
      expect(broken(platform.edges({ after, target: platform.at(second) }))).toEqual([]);
  } finally {
    await stage.close();
  }
}

test('three hundred apps in one environment', () => run(300, ['one']));
test('five environments at once, each on a cluster of its own', () =>
  run(60, ['one', 'two', 'three', 'four', 'five']));
