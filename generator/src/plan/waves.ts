import { type Layer, layerIndex, layers } from '../definition/layer.ts';
import { InternalError } from '../problem/errors.ts';

/** What the order is computed from. */
export interface WaveInput {
  readonly name: string;
  readonly layer: Layer;
  readonly dependsOn: readonly string[];
}

/** Waves of one layer start at a multiple of this, so that a deeper layer does not renumber the ones behind it. */
const stride = 10;

/**
 * Computes the wave of each app: a layer starts after the one before it, and inside a layer an app comes one wave after
 * the last of those that it depends on. Depends only on the graph, never on the order of the input.
 */
export function waves(apps: readonly WaveInput[]): Map<string, number> {
  const byName = new Map(apps.map((app) => [app.name, app]));
  const found = new Map<string, number>();
  let next = 0;
  for (const layer of layers) {
    const first = Math.max(next, layerIndex(layer) * stride);
    const members = apps.filter((app) => app.layer === layer);
    for (const app of members) waveOf(app, first, byName, found, new Set());
    next = Math.max(first, ...members.map((app) => found.get(app.name) ?? first)) + 1;
  }
  return found;
}

function waveOf(
  app: WaveInput,
  first: number,
  byName: ReadonlyMap<string, WaveInput>,
  found: Map<string, number>,
  path: Set<string>,
): number {
  const known = found.get(app.name);
  if (known !== undefined) return known;
  if (path.has(app.name)) throw new InternalError(`a circle reached the planner at ${app.name}`);
  path.add(app.name);
  const before = app.dependsOn
    .flatMap((name) => byName.get(name) ?? [])
    .filter((needed) => needed.layer === app.layer)
    .map((needed) => waveOf(needed, first, byName, found, path));
  path.delete(app.name);
  const wave = before.length === 0 ? first : Math.max(...before) + 1;
  found.set(app.name, wave);
  return wave;
}

/** The wave in which a layer that may be empty would start: behind everything that is before it. */
export function firstWaveOf(layer: Layer, apps: readonly WaveInput[]): number {
  const earlier = apps.filter((app) => layerIndex(app.layer) < layerIndex(layer));
  const last = Math.max(-1, ...waves(earlier).values());
  return Math.max(last + 1, layerIndex(layer) * stride);
}
