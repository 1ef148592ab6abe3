/**
 * A version as the world writes them, taken apart: `v1.2.3`, `17.11-minimal-trixie`, `1.2.0-kafka-4.3.1`,
 * `3.5.1-debian-12-r6`, `RELEASE.2024-12-18T13-15-44Z`.
 */
export interface ParsedVersion {
  readonly text: string;
  /** What stands in front of the numbers: `v`, `release-`. */
  readonly prefix: string;
  readonly numbers: readonly number[];
  /** Whether the numbers are a day. */
  readonly isDay: boolean;
  /** `rc.1`; empty for a release. */
  readonly prerelease: string;
  /** What stands behind, with `#` for the number of a rebuild: `-debian-12-r#`. */
  readonly flavor: string;
  /** Numbers of rebuilds. */
  readonly rebuilds: readonly number[];
}

const day = /(?<![0-9A-Za-z])\d{4}-\d{2}-\d{2}(?:T\d{2}-\d{2}-\d{2}Z)?(?![0-9])/;
/** `20241218`, and no other number of eight digits: one mistyped month would come after all others. */
const compactDay = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** Behind the start, a separator or a `v`: a word such as `alpine3` has a number of its own. */
const start = '(?<=^|[-_.+/]|(?:^|[-_.+/])[vV])';
const dotted = new RegExp(`${start}\\d+(?:\\.\\d+)+`);
const single = new RegExp(`${start}\\d+`);

/** Words of prereleases; some mean one only with a number behind them, and are else a kind of image. */
const words = 'alpha|beta|rc|cr|pre|preview|milestone|snapshot|nightly|canary|ea';
const numbered = 'a|b|m|dev|next|test';
const early = new RegExp(
  `^[-_.]?((?:${words})(?:[-._]?\\d+)*(?![0-9A-Za-z])|(?:${numbered})(?:[-._]?\\d+)+(?![0-9A-Za-z]))`,
  'i',
);

/** A number that counts rebuilds of the same version: `-r6` at the end, or alone behind the version. */
const rebuild = /(?<=-r)\d+$|(?<=^-)\d+$|(?<=[a-z]\.)\d+$/;

/** Null where there is no number in it. */
export function parsedVersion(text: string): ParsedVersion | null {
  const found = day.exec(text) ?? dotted.exec(text) ?? single.exec(text);
  if (found === null) return null;
  const [written] = found;
  const rest = text.slice(found.index + written.length);
  const before = early.exec(rest);
  const behind = before === null ? rest : rest.slice(before[0].length);
  const built = rebuild.exec(behind);
  return {
    text,
    prefix: text.slice(0, found.index),
    numbers: (written.match(/\d+/g) ?? []).map(Number),
    isDay: day.test(written) || compactDay.test(written),
    prerelease: before?.[1]?.toLowerCase() ?? '',
    flavor: built === null ? behind : `${behind.slice(0, built.index)}#`,
    rebuilds: built === null ? [] : [Number(built[0])],
  };
}

/** Numbers that count days or builds are no versions of a project that counts releases, and the other way round. */
const scale = ({ isDay, numbers: [first = 0, ...others] }: ParsedVersion): string => {
  if (isDay) return 'days';
  if (first >= 100_000) return 'builds';
  return first >= 1000 && others.length > 0 ? 'years' : 'releases';
};

/** Whether two are versions of the same thing: written in the same way, for the same base and architecture. */
export const isSameShape = (a: ParsedVersion, b: ParsedVersion): boolean =>
  a.prefix === b.prefix &&
  a.flavor === b.flavor &&
  a.numbers.length === b.numbers.length &&
  isSameScale(a, b);

/** Whether the numbers of two count the same. */
export const isSameScale = (a: ParsedVersion, b: ParsedVersion): boolean => scale(a) === scale(b);
