import { UsageError } from '../problem/errors.ts';

export const formats = ['text', 'json', 'markdown', 'github'] as const;
/** How results are written: for a terminal, a program, a comment, or the annotations of a workflow run. */
export type Format = (typeof formats)[number];

export function formatOf(word: string | undefined): Format {
  const found = formats.find((format) => format === (word ?? 'text'));
  if (found) return found;
  throw new UsageError(`--format ${word}: must be one of ${formats.join(', ')}`);
}
