import type { Plain } from '../definition/plain.ts';
import { inside, keyPath } from '../problem/location.ts';
import { type Problem, problem, type SourceLocation } from '../problem/problem.ts';

/** What two evaluations of the same function returned must not differ, or the tree would with every run. */
export function chanceProblems(first: Plain, second: Plain, location: SourceLocation): Problem[] {
  const path = difference(first, second, []);
  if (path === null) return [];
  const at = keyPath(path);
  const message = `${at} differs from one evaluation to the next`;
  const hint = 'values come from what is written alone: no time, no chance, nothing that counts';
  return [problem('unstable-values', inside(location, `values.${at}`), message, hint)];
}

/** The path of the first value in which they differ. */
function difference(a: Plain, b: Plain, path: readonly PropertyKey[]): readonly PropertyKey[] | null {
  if (a === b) return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
  const [these, those] = [Object.entries(a), Object.entries(b)];
  for (const [i, [key, value]] of these.entries()) {
    const [otherKey, other] = those[i] ?? [];
    const here = [...path, Array.isArray(a) ? i : key];
    if (key !== otherKey || other === undefined) return here;
    const found = difference(value, other, here);
    if (found !== null) return found;
  }
  return those.length > these.length ? path : null;
}
