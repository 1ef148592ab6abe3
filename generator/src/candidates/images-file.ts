import { z } from 'zod';
import type { PlannedApp } from '../plan/plan.ts';
import { spaced, yaml } from '../text/yaml.ts';
import { parsed } from './parsed.ts';

/**
 * The images of apps, each once: references by the name that they have in `images.yaml`, several where apps of different
 * commits have different ones. A name and a blank line stand between two references, so that upgrades of two images do
 * not touch each other.
 */
export function imagesText(apps: readonly Pick<PlannedApp, 'images'>[], from: string): string {
  const byName = new Map<string, Set<string>>();
  for (const { images } of apps)
    for (const [name, reference] of Object.entries(images))
      byName.set(name, new Set([...(byName.get(name) ?? []), reference]));
  const entries = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, references]) => [name, [...references].sort()]);
  return spaced(yaml(Object.fromEntries(entries), from));
}

const reference = z.union([z.string(), z.tuple([z.string()]).transform(([one]) => one)]);

/** Reads the images of one commit's candidates: references by name. Empty where the text says nothing of that kind. */
export const readImages = (text: string): Readonly<Record<string, string>> =>
  z.record(z.string(), reference).safeParse(parsed(text)).data ?? {};
