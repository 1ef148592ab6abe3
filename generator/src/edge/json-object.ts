import { ExternalError } from '../problem/errors.ts';

/** A file's text as an object of JSON. */
export function jsonObject(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Said below.
  }
  throw new ExternalError(file, `${file} is no JSON object`, 'is it whole, and without marks of a conflict?');
}
