import { z } from 'zod';

/** What a text should be. */
export interface TextFormat {
  /** What keeps a text from being it, as words that follow its key; null where it is right. */
  (text: string): string | null;
  /** What editors can check by themselves, which may be less. */
  readonly pattern?: RegExp;
}

/** A text that is what a format says; `wording` for what is no text at all. */
export const text = (format: TextFormat, wording?: string) =>
  z
    .string(wording)
    .superRefine((value, context) => {
      const fault = format(value);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    })
    .meta(format.pattern === undefined ? {} : { pattern: format.pattern.source });

/** All of some formats; the first fault that one of them finds. */
export function every(...formats: readonly TextFormat[]): TextFormat {
  const check = (value: string): string | null => {
    for (const format of formats) {
      const fault = format(value);
      if (fault !== null) return fault;
    }
    return null;
  };
  return withPattern(check, formats.find(({ pattern }) => pattern !== undefined)?.pattern);
}

export const matches = (pattern: RegExp, fault: string): TextFormat =>
  withPattern((value) => (pattern.test(value) ? null : fault), pattern);

export const atMost =
  (length: number): TextFormat =>
  (value) =>
    value.length <= length ? null : `must have at most ${length} characters, and has ${value.length}`;

const withPattern = (check: (text: string) => string | null, pattern: RegExp | undefined): TextFormat =>
  Object.assign(check, pattern === undefined ? {} : { pattern });

/** A text as a regular expression that matches it and nothing else. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
