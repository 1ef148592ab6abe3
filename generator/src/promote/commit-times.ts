/** A commit as its committer made it. */
export interface DatedCommit {
  /** What the committer's clock said; seconds since 1970. */
  readonly date: number;
  /** Whose clock that was. */
  readonly committer: string;
}

/** When a commit came to where it is, as far as somebody else than its committer knows; seconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

/** Clocks that are no further apart than this are right. */
const skew = 3600;

/**
 * When each commit of a line of first parents was there at the latest, oldest first; all in seconds since 1970. What is
 * known goes first: where a span is one moment, no clock of a committer is asked. Else:
 * - nothing was there before what it is built on;
 * - a date that is still to come, or that two other committers' commits on top of it are older than, says nothing: the
 *   commit was there when the next one was made, or at the end of its span;
 * - so no date but a commit's own, or an earlier one's that counts, makes it younger.
 * @param spans by place in the line; where there is none, it is anything until now
 */
export function commitTimes(
  commits: readonly DatedCommit[],
  now: number,
  spans: readonly (TimeSpan | undefined)[] = [],
): number[] {
  const spanAt = (i: number): TimeSpan => spans[i] ?? { from: 0, until: now };
  const earliestAfter = earliestDatesAfter(commits);
  let latest = 0;
  const known = commits.map(({ date }, i) => {
    const { from, until } = spanAt(i);
    if (from < until) {
      // What is no number is no date either.
      if (!(date <= until)) return null;
      const isDoubtful = (earliestAfter[i] ?? Number.POSITIVE_INFINITY) < date - skew;
      if (isDoubtful && isOverruled(commits, i, latest)) return null;
    }
    latest = Math.max(latest, from, Math.min(date, until) || 0);
    return latest;
  });
  let next = Number.POSITIVE_INFINITY;
  return known
    .map((time, i) => [time, spanAt(i).until] as const)
    .reverse()
    .map(([time, until]) => {
      next = time ?? Math.min(next, until);
      return next;
    })
    .reverse();
}

/** The earliest date of all commits that come after each. */
function earliestDatesAfter(commits: readonly DatedCommit[]): number[] {
  const earliest: number[] = [];
  let soFar = Number.POSITIVE_INFINITY;
  for (let i = commits.length - 1; i >= 0; i--) {
    earliest[i] = soFar;
    soFar = Math.min(soFar, commits[i]?.date || soFar);
  }
  return earliest;
}

/**
 * Whether a clock was ahead: commits on top of its own say that it was earlier. One of them may be behind; that two
 * people's are, and yet later than what was there before, is less likely than that this one is ahead.
 */
function isOverruled(commits: readonly DatedCommit[], index: number, latestBefore: number): boolean {
  const { date, committer } = commits[index] ?? { date: 0, committer: '' };
  const others = new Set<string>();
  for (const later of commits.slice(index + 1)) {
    if (later.committer === committer) continue;
    if (later.date >= latestBefore - skew && later.date < date - skew) others.add(later.committer);
    if (others.size > 1) return true;
  }
  return false;
}
