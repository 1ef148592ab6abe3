import type { PlainObject } from '../definition/plain.ts';
import { failure, type Result, type SourceLocation } from '../problem/problem.ts';
import { chanceProblems } from './chance.ts';
import { toPlain } from './to-plain.ts';

/**
 * What a function of a definition returns, as plain data. It is run in two contexts that are alike: where it returns
 * something else in the second, it hangs on chance, and fails. `missed` says what may be behind an undefined value.
 */
export function evaluateTwice(
  code: (context: unknown) => unknown,
  [once, again]: readonly [once: object, again: object],
  location: SourceLocation,
  missed: () => string | undefined,
): Result<PlainObject> {
  const [first, second] = [toPlain(code(once), location, missed), toPlain(code(again), location, missed)];
  if (!first.ok || !second.ok) return first;
  const chance = chanceProblems(first.value, second.value, location);
  return chance.length > 0 ? failure(chance) : first;
}
