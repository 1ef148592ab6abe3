import { expect } from 'vitest';
import { broken } from './order.ts';
import type { Platform } from './platform.ts';

/** What must be true after whatever happened: nothing was made anew, nothing was deleted, the order held. */
export async function unharmed(
  platform: Platform,
  commit: string,
  before: { readonly order: number; readonly identities: Map<string, string> },
  replaced: readonly string[] = [],
): Promise<void> {
  const { stage } = platform;
  const lost = await lostSince(platform, before.identities);
  expect(lost.filter((name) => !isReplaced(name, replaced))).toEqual([]);
  const since = stage.record.sights.filter(({ order }) => order > before.order);
  expect(since.filter(({ deleted }) => deleted).map(({ name }) => name)).toEqual([]);
  expect(broken(platform.edges({ after: before.order, target: platform.at(commit) }))).toEqual([]);
}

/** Objects that are gone, or were made anew. */
export async function lostSince(
  platform: Platform,
  before: Map<string, string>,
  apps?: readonly string[],
): Promise<string[]> {
  const now = await platform.identities(apps);
  return [...before].filter(([name, uid]) => now.get(name) !== uid).map(([name]) => name);
}

/** Jobs have a new name for each change; the one before goes. */
const isReplaced = (name: string, kinds: readonly string[]): boolean =>
  kinds.some((kind) => name.startsWith(`${kind} `));
export const byUpgrade = ['Job', 'ConfigMap'];

export async function moment(platform: Platform) {
  return { order: platform.stage.record.mark(), identities: await platform.identities() };
}
