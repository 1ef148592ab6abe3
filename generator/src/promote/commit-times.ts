/**
 * When each commit of a line of first parents was there at the latest, oldest first; all in seconds since 1970. What a
 * commit says is only what the clock of its author said:
 * - nothing was there before what it is built on;
 * - a date that is still to come says nothing: the commit was there when the next one was made, or now at the latest;
 * - so no date but a commit's own, or an earlier one's that has passed, makes it younger, and none makes it older.
 */
export function commitTimes(dates: readonly number[], now: number): number[] {
  let latest = 0;
  const known = dates.map((date) => {
    // What is no number is no date either.
    if (!(date <= now)) return null;
    latest = Math.max(latest, date);
    return latest;
  });
  let next = now;
  return known
    .reverse()
    .map((time) => {
      next = time ?? next;
      return next;
    })
    .reverse();
}
