import { z } from 'zod';

/** Shape of `environments/<env>/release.yaml`: where the environment takes its apps from. */
export const release = z.strictObject({
  follow: z.string().min(1).describe('branch whose newest commit runs'),
});

export type ReleaseShape = z.output<typeof release>;
