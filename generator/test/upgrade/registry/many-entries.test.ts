import { expect, test } from 'vitest';
import { clockAt } from '../../../src/edge/clock.ts';
import { choose } from '../../../src/upgrade/choose/choose.ts';
import { look } from '../../../src/upgrade/look/look.ts';
import { seenNow } from '../../../src/upgrade/seen/seen-now.ts';
import type { Unit } from '../../../src/upgrade/unit.ts';
import { ownCache } from '../../../testing/own-cache.ts';
import { askingRun } from './ask-registry.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { fillWithMany, manyEntries } from './many-entries.ts';
import { startRegistry } from './registry-server.ts';

/** Looks and chooses as a run does. */
async function run(units: readonly Unit[]): Promise<void> {
  const sources = askingRun({ anew: false });
  const looked = await look(units, sources, () => undefined);
  const clock = clockAt(1_800_000_000);
  const seen = seenNow({}, units, looked, clock.today);
  const choices = await choose(units, looked, { clock, seen, cooldown: 3, mirrors: [] }, sources);
  expect(choices.flatMap(({ failures, alarms, steps }) => [...failures, ...alarms, ...steps])).toEqual([]);
}

test('a run that finds nothing new makes one request per entry, and another for each tag once a day', async () => {
  process.env.GITOPS_CACHE = ownCache();
  const registry = await startRegistry();
  const proxy = await startFaultProxy(registry.host);
  const units = await fillWithMany(registry, proxy.host);
  const entries = manyEntries.images + manyEntries.charts;
  proxy.clear();
  await run(units);
  expect(proxy.calls).toHaveLength(entries + manyEntries.images);
  proxy.clear();
  await run(units);
  expect(proxy.calls).toHaveLength(entries);
  expect(new Set(proxy.calls).size).toBe(entries);
});
