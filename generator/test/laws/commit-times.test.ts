import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitTimes } from '../../src/promote/commit-times.ts';

const now = 1_000;
/** Dates as commits have them: some long gone, some to come, some that are no dates at all. */
const date = fc.oneof(
  fc.nat(2 * now),
  fc.constantFrom(0, 3_471_292_800, Number.NaN, Number.POSITIVE_INFINITY),
);
const dates = fc.array(date, { minLength: 1, maxLength: 12 });
const isPast = (at: number): boolean => at <= now;

const holds = (law: (all: readonly number[], times: readonly number[]) => void): void =>
  fc.assert(fc.property(dates, (all) => law(all, commitTimes(all, now))));

test('nothing is older than what it is built on, nor still to come', () => {
  holds((_, times) => {
    for (const [i, at] of times.entries()) expect(at).toBeGreaterThanOrEqual(times[i - 1] ?? 0);
    expect(times.every(isPast)).toBe(true);
  });
});

test('nothing is younger than it says, unless a date before it was later', () => {
  holds((all, times) => {
    for (const [i, at] of times.entries()) {
      const before = all.slice(0, i + 1).filter(isPast);
      if (isPast(all[i] ?? now)) expect(at).toBe(Math.max(...before));
    }
  });
});

test('a date that is still to come changes no other', () => {
  fc.assert(
    fc.property(dates, fc.nat(11), fc.integer({ min: now + 1 }), (all, place, to) => {
      const at = Math.min(place, all.length);
      const times = commitTimes([...all.slice(0, at), to, ...all.slice(at)], now);
      expect(times.toSpliced(at, 1)).toEqual(commitTimes(all, now));
    }),
  );
});

test('dates in order are taken as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(now)), (all) => {
      const sorted = all.toSorted((a, b) => a - b);
      expect(commitTimes(sorted, now)).toEqual(sorted);
    }),
  );
});
