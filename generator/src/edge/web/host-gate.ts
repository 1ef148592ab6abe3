/** What is known of a host, and the way to it. */
export interface HostGate {
  /** Does some work as soon as fewer than the limit are at it, in the order of the calls. */
  enter<T>(work: () => Promise<T>): Promise<T>;
  /** When it may be asked again, in milliseconds since 1970; it only grows. */
  pausedUntil: number;
  /** It did not answer however often it was asked: whoever comes later tries once. */
  tired: boolean;
  /** A person was told that its limit is nearly used up. */
  warned: boolean;
}

export function hostGate(limit: number): HostGate {
  let free = limit;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    pausedUntil: 0,
    tired: false,
    warned: false,
    async enter(work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
