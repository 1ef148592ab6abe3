import type { Clock } from '../promote/plan/request.ts';

const day = 86_400_000;

/** The time, or the one that is given in its stead. Seconds since 1970. */
export function clockAt(now: number = Math.floor(Date.now() / 1000)): Clock {
  const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
  return { now, today: dayOf(now * 1000), dayAfter: (days) => dayOf(now * 1000 + days * day) };
}
