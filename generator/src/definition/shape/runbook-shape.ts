import { z } from 'zod';
import { line } from './primitive.ts';

/** Shape of what `restore` of an app returns. */
export const runbook = z.strictObject({
  /** What there is to go back to, how old it can be, and what is lost for good. One line of Markdown. */
  keeps: line,
  /** None where there is nothing that a person could do. */
  steps: z
    .array(
      z.strictObject({
        /** What the step is for, and what to look at afterwards. One line of Markdown. */
        do: line,
        /** Commands of a shell, or what to write into a file; with the environment's own names. */
        run: z.string().optional(),
        /** What `run` is written in, where it is no shell. */
        language: z.enum(['ts', 'yaml']).optional(),
      }),
    )
    .default([]),
});

export type RunbookShape = z.output<typeof runbook>;
