import type { exposure } from './shape/exposure.ts';
import type { Input } from './shape/input.ts';

/** How requests from outside the cluster reach the apps of an environment. */
export type Exposure = Input<typeof exposure>;
