import type { exposure } from './shape/exposure-shape.ts';
import type { Input } from './shape/input.ts';

/** How requests from outside the cluster reach the apps of an environment. */
export type Exposure = Input<typeof exposure>;
