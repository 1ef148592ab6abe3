import { type Layer, layerIndex } from './layer.ts';

/** An app, as far as its place in a list goes. */
interface ListedApp {
  readonly name: string;
  readonly layer: Layer;
}

/**
 * Compares apps by where files list them: by layer and then by name, as `apps/index.ts` does, so that two changes that do
 * not meet there meet in no list either.
 */
export const listingOrder = (a: ListedApp, b: ListedApp): number =>
  layerIndex(a.layer) - layerIndex(b.layer) || (a.name < b.name ? -1 : 1);
