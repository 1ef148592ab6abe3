import type { SourceLocation } from './problem.ts';

/** A place deeper inside the same definition. */
export const inside = (location: SourceLocation, path: string): SourceLocation => ({ ...location, path });

/** `['secrets', 'admin', 2]` as a person would point at it: `secrets.admin[2]`. */
export function keyPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
