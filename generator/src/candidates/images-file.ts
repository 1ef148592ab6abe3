import { z } from 'zod';
import type { PlannedApp } from '../plan/plan.ts';
import { yaml } from '../text/yaml.ts';
import { parsed } from './parsed.ts';

/**
 * The images of apps, each once: the reference by the name that it has in `images.yaml`, or several where apps of
 * different commits have different ones.
 */
export function imagesText(apps: readonly Pick<PlannedApp, 'images'>[], from: string): string {
  const byName = new Map<string, Set<string>>();
  for (const { images } of apps)
    for (const [name, reference] of Object.entries(images))
      byName.set(name, new Set([...(byName.get(name) ?? []), reference]));
  const entries = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, references]) => {
      const [first, ...others] = [...references].sort();
      return [name, others.length === 0 ? first : [first, ...others]];
    });
  return yaml(Object.fromEntries(entries), from);
}

const shape = z.record(z.string(), z.string());

/** Reads the images of one commit's candidates: references by name. Empty where the text says nothing of that kind. */
export const readImages = (text: string): Readonly<Record<string, string>> =>
  shape.safeParse(parsed(text)).data ?? {};
