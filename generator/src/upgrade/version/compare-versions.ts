import type { StepSize } from '../choice.ts';
import type { ParsedVersion } from './parsed-version.ts';

/** Negative where the first is older. A release comes after its prereleases, a rebuild after what it is one of. */
export function compareVersions(a: ParsedVersion, b: ParsedVersion): number {
  return (
    compareNumbers(a.numbers, b.numbers) ||
    comparePrereleases(a.prerelease, b.prerelease) ||
    compareNumbers(a.rebuilds, b.rebuilds)
  );
}

/** One by one, as if the shorter went on with zeros. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const length = Math.max(a.length, b.length);
  const differing = Array.from({ length }, (_, i) => (a[i] ?? 0) - (b[i] ?? 0));
  return differing.find((difference) => difference !== 0) ?? 0;
}

function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const [wordA, wordB] = [a.replace(/[^a-z]/g, ''), b.replace(/[^a-z]/g, '')];
  if (wordA !== wordB) return wordA < wordB ? -1 : 1;
  return compareNumbers(numbersIn(a), numbersIn(b));
}

export const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/**
 * How far it is from one to the other. What has one number, or is a day or a year, counts releases: the next is a minor
 * step. That a project below 1 may break with every minor version is for the person who sets `update` to weigh.
 */
export function stepSize(from: ParsedVersion, to: ParsedVersion): Exclude<StepSize, 'pin'> {
  const length = Math.max(from.numbers.length, to.numbers.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => (from.numbers[i] ?? 0) !== (to.numbers[i] ?? 0));
  if (at === undefined || at > 1) return to.isDay && at !== undefined ? 'minor' : 'patch';
  const countsOn = length === 1 || to.isDay || (to.numbers[0] ?? 0) >= 1000;
  return at === 1 || countsOn ? 'minor' : 'major';
}
