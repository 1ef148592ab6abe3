import { failure, type Problem, type Result } from '../problem/problem.ts';

/**
 * From now on, notes where definitions ask the world (the clock, chance, the machine) for something. What it returns
 * ends that and gives a problem for each place.
 */
export type WorldGuard = () => () => Problem[];

/** For definitions that no code of an author's is behind. */
export const unguarded: WorldGuard = () => () => [];

/** What came out, if its making asked the world for nothing. */
export function guarded<T>(guard: WorldGuard, make: () => Result<T>): Result<T> {
  const end = guard();
  let asked: readonly Problem[] = [];
  let made: Result<T>;
  try {
    made = make();
  } finally {
    asked = end();
  }
  if (asked.length === 0) return made;
  // That values differ from one evaluation to the next follows, most likely, from what the same file asked.
  const files = new Set(asked.map(({ location }) => location.file));
  const others = made.ok
    ? []
    : made.problems.filter(({ code, location }) => code !== 'unstable-values' || !files.has(location.file));
  return failure([...asked, ...others]);
}
