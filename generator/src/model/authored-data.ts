import { isApp } from '../definition/shape/app-shape.ts';
import { keyPath } from '../problem/location.ts';
import {
  failure,
  gathering,
  problem,
  type Result,
  type SourceLocation,
  success,
} from '../problem/problem.ts';
import { thrownText } from '../problem/thrown-text.ts';

type Locate = (path: readonly PropertyKey[]) => SourceLocation;

/** Deeper than anything that a person means. */
const maxDepth = 100;

/**
 * A copy of what a person wrote, before its shape is checked: a getter is code that may fail, an object may lie in
 * itself, and what is no plain data may do anything. Functions, other apps and plain values stay what they are.
 */
export function authoredData(
  value: unknown,
  locate: Locate,
  path: readonly PropertyKey[] = [],
  above: readonly unknown[] = [],
): Result<unknown> {
  const refuse = (what: string, hint?: string): Result<never> =>
    failure([problem('bad-shape', locate(path), [keyPath(path), what].join(' ').trimStart(), hint)]);
  try {
    if (typeof value !== 'object' || value === null || (path.length > 0 && isApp(value)))
      return success(value);
    if (above.includes(value)) return refuse('is the same object as one that it lies in');
    if (path.length > maxDepth)
      return failure([
        problem('bad-shape', locate(path.slice(0, 1)), `it is nested deeper than ${maxDepth} levels`),
      ]);
    if (!Array.isArray(value) && !isRecord(value)) return refuse('is no plain data', 'write it as text');
    const { take, result } = gathering();
    const entries = Object.keys(value).map((key): [string, unknown] => {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      // No object of JavaScript takes it for a key like any other.
      if (key === '__proto__') return [key, take(reserved(locate, at))];
      const item = (): unknown => (value as Record<string, unknown>)[key];
      return [key, take(authoredItem(item, locate, at, [...above, value]))];
    });
    return result(Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries));
  } catch (error) {
    return refuse(`cannot be read: ${thrownText(error)}`);
  }
}

function authoredItem(
  read: () => unknown,
  locate: Locate,
  path: readonly PropertyKey[],
  above: readonly unknown[],
): Result<unknown> {
  try {
    return authoredData(read(), locate, path, above);
  } catch (error) {
    const message = `${keyPath(path)} cannot be read: ${thrownText(error)}`;
    return failure([problem('definition-failed', locate(path), message)]);
  }
}

const reserved = (locate: Locate, path: readonly PropertyKey[]): Result<never> =>
  failure([
    problem('bad-shape', locate(path), `${keyPath(path)}: no name may be __proto__`, 'give it another name'),
  ]);

const isRecord = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value));
