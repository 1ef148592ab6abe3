import { z } from 'zod';
import { line } from './primitive.ts';

/** Where an entry had its versions from before, and why that is the same program. */
export const formerly = z
  .array(
    z.strictObject({
      repository: line.describe('what stood there: repository, oci or git'),
      chart: line.optional().describe('what the chart was called, where that changed too'),
      reason: line.describe('why it is the same program, for whoever asks later'),
    }),
  )
  .default([])
  .describe('other places that this entry had its versions from');

export type FormerPlace = z.output<typeof formerly>[number];
