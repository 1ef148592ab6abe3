import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BranchMove } from '../../src/forge/forge.ts';
import { commitTimes, type DatedCommit } from '../../src/promote/commit-times.ts';
import { forgeTimes } from '../../src/promote/forge-times.ts';

const hour = 3600;
const now = 1_000 * hour;
const byOne = (dates: readonly number[]): DatedCommit[] =>
  dates.map((date) => ({ date, committer: 'somebody' }));
const times = (dates: readonly number[]): number[] => commitTimes(byOne(dates), now);

/** Dates as commits have them: some long gone, some to come, some that are no dates at all. */
const date = fc.oneof(
  fc.nat(2 * now),
  fc.constantFrom(0, -1, -3_471_292_800, 3_471_292_800, 2 ** 63, Number.NaN, Number.POSITIVE_INFINITY),
);
const dates = fc.array(date, { minLength: 1, maxLength: 12 });
const commits = fc.array(fc.record({ date, committer: fc.constantFrom('alice', 'bob', 'carol') }), {
  minLength: 1,
  maxLength: 12,
});
const isPast = (at: number): boolean => at <= now;

test('nothing is older than what it is built on, nor still to come, whoever says what', () => {
  fc.assert(
    fc.property(commits, (all) => {
      const found = commitTimes(all, now);
      for (const [i, at] of found.entries()) expect(at).toBeGreaterThanOrEqual(found[i - 1] ?? 0);
      expect(found.every(isPast)).toBe(true);
    }),
  );
});

test('nothing is younger than it says, unless a date before it was later', () => {
  fc.assert(
    fc.property(dates, (all) => {
      for (const [i, at] of times(all).entries()) {
        const before = all.slice(0, i + 1).filter(isPast);
        if (isPast(all[i] ?? now)) expect(at).toBe(Math.max(0, ...before));
      }
    }),
  );
});

test('a date that is still to come changes no other', () => {
  fc.assert(
    fc.property(dates, fc.nat(11), fc.integer({ min: now + 1 }), (all, place, to) => {
      const at = Math.min(place, all.length);
      const found = times([...all.slice(0, at), to, ...all.slice(at)]);
      expect(found.toSpliced(at, 1)).toEqual(times(all));
    }),
  );
});

test('dates in order are taken as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(now)), (all) => {
      const sorted = all.toSorted((a, b) => a - b);
      expect(times(sorted)).toEqual(sorted);
    }),
  );
});

/** A branch whose commits came in order, by right clocks of three people. */
const rightLine = fc
  .uniqueArray(fc.integer({ min: 1, max: 990 }), { minLength: 6, maxLength: 12 })
  .map((hours) =>
    hours
      .toSorted((a, b) => a - b)
      .map((at, i) => ({ date: at * hour, committer: ['alice', 'bob', 'carol'][i % 3] ?? '' })),
  );

test('one clock that is ahead changes nothing of what follows, whether its date is still to come or has passed', () => {
  fc.assert(
    fc.property(rightLine, fc.nat(3), fc.integer({ min: 2, max: 20_000 }), (all, place, ahead) => {
      // As soon as two others have committed since, it is seen; an hour is nobody's fault.
      const two = all[place + 1]?.date ?? 0;
      const wrong = { date: two + ahead * hour, committer: 'dave' };
      const found = commitTimes([...all.slice(0, place), wrong, ...all.slice(place)], now);
      expect(found.toSpliced(place, 1)).toEqual(all.map((commit) => commit.date));
      expect(found[place]).toBe(all[place]?.date);
    }),
  );
});

test('two committers with dates of long ago do not make anything old', () => {
  const recent = byOne([990, 995].map((at) => at * hour));
  const old = ['alice', 'bob'].map((committer) => ({ date: 0, committer }));
  expect(commitTimes([...recent, ...old], now).at(-1)).toBe(995 * hour);
});

test('one person whose clock is behind does not make anything old, however much is committed', () => {
  const recent = byOne([10, 995].map((at) => at * hour));
  const old = [20, 30, 40].map((at) => ({ date: at * hour, committer: 'alice' }));
  expect(commitTimes([...recent, ...old], now).at(-1)).toBe(995 * hour);
});

/** What a forge saw: at each time, the branch came to the commit at that place of the line. */
const seen = (...moves: readonly (readonly [at: number, from: number, to: number])[]): BranchMove[] =>
  moves.map(([at, from, to]) => ({ at, before: String(from), commit: String(to) })).reverse();

const onForge = (
  dates: readonly number[],
  moves: readonly BranchMove[],
  reach: (commit: string) => number = Number,
): number[] => commitTimes(byOne(dates), 1_000, forgeTimes(dates.length, moves, reach, 1_000));

test.each<readonly [string, readonly number[], readonly BranchMove[], readonly number[]]>([
  ['what was pushed together came together', [1, 2, 3, 4], seen([900, 0, 3]), [1, 900, 900, 900]],
  ['a clock ahead is not asked', [1, 5_000, 3], seen([100, 0, 1], [200, 1, 2]), [1, 100, 200]],
  ['a clock ahead at the tip is not asked', [1, 2, 5_000], seen([100, 0, 1], [200, 1, 2]), [1, 100, 200]],
  ['nor one behind, at zero or below', [1, 0, -9], seen([100, 0, 1], [200, 1, 2]), [1, 100, 200]],
  ['what was there before is not younger than that', [1, 700, 3], seen([100, 1, 2]), [1, 100, 100]],
  ['nothing is known without moves', [1, 2, 3], [], [1, 2, 3]],
  ['what no move has brought came after the last', [1, 2, 3], seen([100, 0, 1]), [1, 100, 100]],
  ['and not when it says, if that is to come', [1, 2, 5_000], seen([100, 0, 1]), [1, 100, 1_000]],
  [
    'what was taken back and came again is new',
    [1, 2, 3],
    seen([100, 0, 2], [200, 2, 1], [300, 1, 2]),
    [1, 100, 300],
  ],
  ['a forge whose clock is ahead says now', [1, 2], seen([5_000, 0, 1]), [1, 1_000]],
])('%s', (_, dates, moves, wanted) => {
  expect(onForge(dates, moves)).toEqual(wanted);
});

test('a branch that was made with a move had nothing before it', () => {
  expect(onForge([1, 2, 3], [{ at: 500, before: null, commit: '2' }])).toEqual([500, 500, 500]);
});

test('a move that this clone does not know yet hides nothing', () => {
  const later: BranchMove = { at: 900, before: '2', commit: 'unknown' };
  const reach = (commit: string): number => (commit === 'unknown' ? -1 : Number(commit));
  expect(onForge([1, 2, 3], [later, ...seen([100, 0, 1], [200, 1, 2])], reach)).toEqual([1, 100, 200]);
});
