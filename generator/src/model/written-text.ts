import { isApp } from '../definition/shape/app-shape.ts';
import { keyPath } from '../problem/location.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';

/** Texts and keys of a definition with half a character in them, which no file could hold as it is. */
export function brokenTexts(
  value: unknown,
  locate: (path: readonly PropertyKey[]) => SourceLocation,
  path: readonly PropertyKey[] = [],
): Problem[] {
  if (typeof value === 'string') {
    if (value.isWellFormed()) return [];
    const message = `${keyPath(path)}: a surrogate stands without its other, which is half a character`;
    return [problem('bad-shape', locate(path), message, 'no file can hold it')];
  }
  // Other definitions are looked at by themselves.
  if (typeof value !== 'object' || value === null || (path.length > 0 && isApp(value))) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...brokenTexts(key, locate, path),
    ...brokenTexts(item, locate, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}
