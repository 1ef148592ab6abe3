/** The layers, in the order in which they come up. A layer starts when the one before it is healthy. */
export const layers = ['crds', 'operators', 'stores', 'processing', 'apis', 'operations'] as const;

export type Layer = (typeof layers)[number];

/** The layer whose apps have no order among themselves and hold back nothing. */
export const lastLayer: Layer = 'operations';

export const layerIndex = (layer: Layer): number => layers.indexOf(layer);
