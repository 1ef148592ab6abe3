import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { PlanNode } from '../../../src/plan/plan.ts';
import { read } from '../../../testing/folder.ts';
import type { Platform } from './platform.ts';

/** Apps that bring images of their own, first waves first: those that a test can upgrade. */
export const upgradable = (platform: Platform): PlanNode[] =>
  platform
    .plan()
    .filter(({ images }) => Object.keys(images).length > 0)
    .sort((a, b) => a.wave - b.wave);

/** One upgradable app of each wave, but for the operations layer, where nothing waits. */
export function onePerWave(platform: Platform): string[] {
  const byWave = new Map<number, string>();
  for (const { name, wave, layer } of upgradable(platform))
    if (layer !== 'operations' && !byWave.has(wave)) byWave.set(wave, name);
  return [...byWave.values()];
}

let upgrades = 0;

/** Gives the images of apps new tags, and their contracts too, as an upgrade would; nothing is committed. */
export function upgrade(platform: Platform, ...apps: readonly string[]): void {
  upgrades += 1;
  const { tree } = platform.stage.world;
  const images = parseDocument(read(tree, 'images.yaml'));
  const contracts: Record<string, string> = {};
  for (const { name, images: own } of platform.plan()) {
    if (!apps.includes(name)) continue;
    for (const image of Object.keys(own)) {
      const tag = String(images.getIn(['images', image, 'tag'])).replace(/-test\.\d+$/, '');
      const next = `${tag}-test.${upgrades}`;
      images.setIn(['images', image, 'tag'], next);
      const file = `schemas/contracts/${image}.yaml`;
      if (existsSync(join(tree, file)))
        contracts[file] = read(tree, file).replace(/^tag: .*$/m, `tag: ${JSON.stringify(next)}`);
    }
  }
  platform.stage.world.write({ 'images.yaml': images.toString({ lineWidth: 0 }), ...contracts });
}
