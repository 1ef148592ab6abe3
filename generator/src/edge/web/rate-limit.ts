/** What a host says of how much may still be asked. */
interface RateLimit {
  readonly remaining: number;
  /** Of how many; null where it does not say. */
  readonly of: number | null;
  /** When there is more again, in milliseconds since 1970; null where it does not say. */
  readonly resets: number | null;
}

/** Seconds since 1970 are larger than this, seconds from now are not. */
const smallestMoment = 1_000_000_000;

/** From `ratelimit-*` (also Docker Hub's `76;w=21600`), from `ratelimit` with `r=` and `t=`, from `x-ratelimit-*`. */
export function rateLimitIn(headers: Headers, now: number): RateLimit | null {
  const number = (name: string): number | null => {
    const found = headers.get(`ratelimit-${name}`) ?? headers.get(`x-ratelimit-${name}`);
    return found === null ? null : numberIn(found, /^\s*(\d+)/);
  };
  const combined = headers.get('ratelimit') ?? '';
  const remaining = number('remaining') ?? numberIn(combined, /(?:^|[;,\s])r(?:emaining)?=(\d+)/);
  if (remaining === null) return null;
  const reset = number('reset') ?? numberIn(combined, /(?:^|[;,\s])(?:t|reset)=(\d+)/);
  return { remaining, of: number('limit'), resets: reset === null ? null : momentOf(reset, now) };
}

export const isNearlyUsedUp = ({ remaining, of }: RateLimit): boolean =>
  remaining === 0 || (of !== null && remaining < of / 10);

/** Milliseconds that a host asks to wait, by `Retry-After` in either form; null where it does not. */
export function waitIn(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after');
  if (after === null) return null;
  const seconds = numberIn(after, /^\s*(\d+)\s*$/);
  if (seconds !== null) return seconds * 1000;
  const moment = Date.parse(after);
  return Number.isNaN(moment) ? null : moment - now;
}

const momentOf = (reset: number, now: number): number =>
  reset >= smallestMoment ? reset * 1000 : now + reset * 1000;

function numberIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
