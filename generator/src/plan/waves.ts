import { type Layer, layerIndex, layers } from '../definition/layer.ts';
import { InternalError } from '../problem/errors.ts';

/** What the order is computed from. */
export interface WaveInput {
  readonly name: string;
  readonly layer: Layer;
  readonly dependsOn: readonly string[];
}

/** Where an app stands in the order, and what put it there. */
export interface Place {
  readonly wave: number;
  /** Apps of its own layer, one wave before it, that it waits for; empty for those that start their layer. */
  readonly after: readonly string[];
}

/** Waves of one layer start at a multiple of this, so that a deeper layer does not renumber the ones behind it. */
const stride = 10;

/**
 * Computes the waves: a layer starts after the one before it, and inside a layer an app stands one wave behind the
 * last of those that it depends on. Depends only on the graph, never on the order of the input.
 */
export function waves(apps: readonly WaveInput[]): Map<string, Place> {
  const byName = new Map(apps.map((app) => [app.name, app]));
  const places = new Map<string, Place>();
  let next = 0;
  for (const layer of layers) {
    const base = Math.max(next, layerIndex(layer) * stride);
    const members = apps.filter((app) => app.layer === layer);
    for (const app of members) place(app, base, byName, places, new Set());
    const last = Math.max(base, ...members.map((app) => places.get(app.name)?.wave ?? base));
    next = last + 1;
  }
  return places;
}

function place(
  app: WaveInput,
  base: number,
  byName: ReadonlyMap<string, WaveInput>,
  places: Map<string, Place>,
  path: Set<string>,
): number {
  const known = places.get(app.name);
  if (known) return known.wave;
  if (path.has(app.name)) throw new InternalError(`a circle reached the planner at ${app.name}`);
  path.add(app.name);
  const before = app.dependsOn
    .flatMap((name) => byName.get(name) ?? [])
    .filter((needed) => needed.layer === app.layer)
    .map((needed) => ({ name: needed.name, wave: place(needed, base, byName, places, path) }));
  path.delete(app.name);
  const wave = before.length === 0 ? base : Math.max(...before.map((each) => each.wave)) + 1;
  const after = before.filter((each) => each.wave === wave - 1).map((each) => each.name);
  places.set(app.name, { wave, after: after.sort() });
  return wave;
}

/** The wave in which a layer that may be empty would start: behind everything that is before it. */
export function firstWaveOf(layer: Layer, apps: readonly WaveInput[]): number {
  const earlier = apps.filter((app) => layerIndex(app.layer) < layerIndex(layer));
  const last = Math.max(-1, ...[...waves(earlier).values()].map((each) => each.wave));
  return Math.max(last + 1, layerIndex(layer) * stride);
}
