import { merged, type Problem, type Result } from './problem.ts';

/** Thrown where a stage ends because of problems; carries all that it found. Exit code 1. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.location.file}: ${p.message}`).join('\n'));
    this.problems = merged(problems);
  }
}

/** The value of a result, or all of its problems thrown. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ProblemsError(result.problems);
}

/** The outside world failed: a program, a disk, a host. Exit code 2. */
export class ExternalError extends Error {
  override readonly name = 'ExternalError';
  /** The program, folder or host that failed. */
  readonly what: string;
  /** What to do about it. */
  readonly hint: string;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retry: boolean;
  constructor(
    what: string,
    message: string,
    hint: string,
    options: { retry?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.what = what;
    this.hint = hint;
    this.retry = options.retry ?? false;
  }
}

/** The command line was wrong. Exit code 64, as in sysexits.h. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A bug of ours: something that an earlier stage promised does not hold. Exit code 70, as in sysexits.h. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}
