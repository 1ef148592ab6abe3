/** Numbers that look random and are the same for the same seed. */
export interface Dice {
  /** A whole number from 0 up to, and without, a limit. */
  below(limit: number): number;
  one<T>(list: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, one: (list) => list[below(list.length)] as (typeof list)[number] };
}
