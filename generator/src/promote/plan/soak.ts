import type { Moment } from '../history.ts';

/** How long the newest moment's state of an app has stood, in seconds, counted back until it is enough. */
export function unbroken(
  moments: readonly Moment[],
  identityAt: (moment: Moment) => string | null,
  { now, enough }: { now: number; enough: number },
): number {
  const [present] = moments;
  if (!present) return 0;
  const identity = identityAt(present);
  let since = present.at;
  for (const moment of moments.slice(1)) {
    if (now - since >= enough || identityAt(moment) !== identity) break;
    since = moment.at;
  }
  return now - since;
}

/** The newest moments, as far back as they tell what ran for some seconds until now. */
export function within(
  moments: readonly Moment[],
  { now, enough }: { now: number; enough: number },
): Moment[] {
  const last = moments.findIndex(({ at }) => now - at >= enough);
  return last < 0 ? [...moments] : moments.slice(0, last + 1);
}

/** `90min`, `5h`, `3d`. */
export function durationText(seconds: number): string {
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)}min`;
  return seconds < 2 * 86_400 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}
