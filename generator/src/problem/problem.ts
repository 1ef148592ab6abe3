import type { ProblemCode } from './codes.ts';

/** Where a problem is: a file relative to the repository's root, and as much more as is known. */
export interface SourceLocation {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** Key path inside the file or the definition, as in `secrets.admin.password` or `dependsOn[2]`. */
  readonly path?: string;
}

/** A mistake in a file that a person writes, as data. Stages collect them and report all at once. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly location: SourceLocation;
  /** What to do about it. */
  readonly hint?: string;
  /** The environments that it shows in, where it does not show in all of them alike. */
  readonly environments?: readonly string[];
}

/**
 * A value, or the problems that kept it from being made. What makes something returns one; what only looks returns
 * `Problem[]`. No function takes a list of problems to add to: who asks several gathers.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** Takes the values out of results, and keeps the problems of those that have none. */
export interface Gathering {
  readonly problems: Problem[];
  take<T>(result: Result<T>): T | undefined;
  /** The value, where nothing that was taken failed. */
  result<T>(value: T): Result<T>;
}

export function gathering(): Gathering {
  const problems: Problem[] = [];
  return {
    problems,
    take(result) {
      if (result.ok) return result.value;
      problems.push(...result.problems);
      return undefined;
    },
    result: (value) => (problems.length > 0 ? failure(problems) : success(value)),
  };
}

/** `hint` only where there is one: the keys of a problem are never present without a value. */
export function problem(
  code: ProblemCode,
  location: SourceLocation,
  message: string,
  hint?: string,
): Problem {
  return hint === undefined ? { code, message, location } : { code, message, location, hint };
}

/** The same problem, as it shows in one environment. */
export const shownIn = (environment: string, found: Problem): Problem => ({
  ...found,
  environments: [environment],
});

/** Each problem once, with all the environments that it shows in, ordered by place. */
export function merged(problems: readonly Problem[]): Problem[] {
  const byContent = new Map<string, Problem>();
  for (const { environments = [], ...found } of problems) {
    const key = JSON.stringify([found.code, found.location, found.message, found.hint]);
    const all = [...new Set([...(byContent.get(key)?.environments ?? []), ...environments])].sort();
    byContent.set(key, all.length === 0 ? found : { ...found, environments: all });
  }
  return [...byContent.values()].sort(byPlace);
}

/** The same order whatever order the stages found them in: by file, line, path, code. */
function byPlace(a: Problem, b: Problem): number {
  return (
    compare(a.location.file, b.location.file) ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    compare(a.location.path ?? '', b.location.path ?? '') ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
