import { z } from 'zod';
import { line } from './primitive.ts';

const addition = z.strictObject({
  reason: line.describe('what shows that the chart honors it'),
  schema: z
    .record(z.string(), z.json())
    .optional()
    .describe('JSON Schema of what may stand there; anything where it is left out'),
});

/** Shape of `schemas/upstream/<chart>.additions.yaml`: what a chart honors and does not name. */
export const additions = z.strictObject({
  additions: z
    .record(z.string().regex(/^[^/]+(\/[^/]+)*$/, 'must be keys with slashes between them'), addition)
    .describe('by path, as in image/tag; * stands for any item of a list and any key of a map'),
});

export type AdditionsShape = z.output<typeof additions>['additions'];
