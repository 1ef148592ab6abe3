import type { App } from '#generator';

/** Every app of the platform, in the order of the layers and then of the alphabet. */
export const apps: readonly App[] = [];
