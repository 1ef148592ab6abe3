import { createHash } from 'node:crypto';
import type { Dice } from './seeded.ts';

/** What a tag is in truth, as its project knows it: whoever upgrades has the tag alone. */
export interface Truth {
  /** `foreign`: the same name on another program. `noise`: no version of what runs. */
  readonly kind: 'release' | 'prerelease' | 'foreign' | 'noise';
  /** Major, minor, patch, and what comes behind: compared number by number. */
  readonly order: readonly number[];
}

/** Something that happens to a tag: it is made, moved, or (without a digest) deleted. */
export interface TagEvent {
  readonly day: number;
  readonly tag: string;
  readonly digest: string | null;
}

/** How a project writes its tags. */
export const styles = ['plain', 'v', 'debian', 'date', 'named'] as const;
export type Style = (typeof styles)[number];

export interface Project {
  readonly key: string;
  readonly repository: string;
  readonly host: string;
  readonly style: Style;
  readonly start: string;
  readonly truths: ReadonlyMap<string, Truth>;
  readonly events: readonly TagEvent[];
  /** The day from which its repository is gone; null where it stays. */
  readonly goneFrom: number | null;
}

export const digestOf = (...what: readonly (string | number)[]): string =>
  `sha256:${createHash('sha256').update(what.join(' ')).digest('hex')}`;

/** How a style writes major, minor, patch and build. */
export function written(
  style: Style,
  [major = 0, minor = 0, patch = 0, build = 0]: readonly number[],
): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  switch (style) {
    case 'plain':
      return `${major}.${minor}.${patch}`;
    case 'v':
      return `v${major}.${minor}.${patch}`;
    case 'debian':
      return `${major}.${minor}.${patch}-debian-12-r${build}`;
    case 'date':
      return `${2000 + major}${two(minor)}${two(patch)}`;
    case 'named':
      return `release-${major}.${minor}.${patch}`;
  }
}

/** The next number of a project: mostly patches, some minors, few majors. */
export function raised(
  style: Style,
  [major = 0, minor = 0, patch = 0, build = 0]: readonly number[],
  dice: Dice,
): number[] {
  if (style === 'date')
    return patch < 28
      ? [major, minor, dice.whole(patch + 1, 28)]
      : minor < 12
        ? [major, minor + 1, 1]
        : [major + 1, 1, 1];
  if (style === 'debian' && dice.chance(0.4)) return [major, minor, patch, build + 1];
  if (dice.chance(0.06)) return [major + 1, 0, 0, 0];
  return dice.chance(0.3) ? [major, minor + 1, 0, 0] : [major, minor, patch + 1, 0];
}

/** A year of a project, with all that people complain about. */
export function project(key: string, style: Style, host: string, days: number, dice: Dice): Project {
  const repository = `${host}/example/${key}`;
  const truths = new Map<string, Truth>();
  const events: TagEvent[] = [];
  const publish = (day: number, tag: string, truth: Truth): void => {
    if (truths.has(tag) && truth.kind !== 'noise') return;
    if (!truths.has(tag)) truths.set(tag, truth);
    events.push({ day, tag, digest: digestOf(repository, tag, day) });
  };
  let now: readonly number[] =
    style === 'date'
      ? [dice.whole(24, 25), dice.whole(1, 12), 1]
      : [dice.whole(0, 4), dice.whole(0, 30), dice.whole(0, 12), 0];
  if (style !== 'date' && now[0] === 0 && now[1] === 0) now = [1, 0, 0, 0];
  const start = written(style, now);
  const foreignFrom = dice.chance(0.04) ? dice.whole(60, days) : Number.POSITIVE_INFINITY;
  const release = (day: number, order: readonly number[]): void => {
    const tag = written(style, order);
    const kind = day >= foreignFrom ? 'foreign' : 'release';
    publish(day, tag, { kind, order });
    for (const noise of ['latest', `${order[0]}`, `${tag}-arm64`, `sha-${digestOf(tag).slice(7, 14)}`])
      if (noise !== tag && dice.chance(0.4)) publish(day, noise, { kind: 'noise', order });
    if (dice.chance(0.1))
      publish(day, `${tag}-${dice.pick(['alpine', 'slim', 'amd64', 'distroless', 'fips'])}`, {
        kind: 'noise',
        order,
      });
    // Taken back after a day.
    if (day > 0 && dice.chance(0.05)) events.push({ day: day + 1, tag, digest: null });
    else if (day > 0 && dice.chance(0.03))
      events.push({ day: day + dice.whole(2, 40), tag, digest: digestOf(repository, tag, 'moved') });
    else if (day > 0 && dice.chance(0.02)) events.push({ day: day + dice.whole(5, 60), tag, digest: null });
  };
  release(0, now);
  let old: readonly number[] | null = null;
  const rate = dice.pick([0.15, 0.05, 0.02, 0.3]);
  for (let day = 1; day < days; day++) {
    if (!dice.chance(rate)) continue;
    const isSemver = style === 'plain' || style === 'v';
    if (old !== null && isSemver && dice.chance(0.25)) {
      // A fix for an old line, after newer ones.
      old = [old[0] ?? 0, old[1] ?? 0, (old[2] ?? 0) + 1, 0];
      release(day, old);
      continue;
    }
    const next = raised(style, now, dice);
    if (isSemver && dice.chance(0.15)) {
      const candidate = `${written(style, next)}-${dice.pick(['rc.1', 'alpha1', 'beta.2', 'rc1', 'SNAPSHOT'])}`;
      publish(day, candidate, { kind: 'prerelease', order: next });
      continue;
    }
    if (next[0] !== now[0] || next[1] !== now[1]) old = now;
    now = next;
    release(day, now);
  }
  events.sort((a, b) => a.day - b.day);
  return {
    key,
    repository,
    host,
    style,
    start,
    truths,
    events,
    goneFrom: dice.chance(0.03) ? dice.whole(30, days) : null,
  };
}

/** What the tags of a project mean on a day. */
export function tagsOn({ events }: Pick<Project, 'events'>, day: number): Map<string, string> {
  const tags = new Map<string, string>();
  for (const { day: at, tag, digest } of events) {
    if (at > day) break;
    if (digest === null) tags.delete(tag);
    else tags.set(tag, digest);
  }
  return tags;
}

export function isLater(a: readonly number[], b: readonly number[]): boolean {
  const at = [0, 1, 2, 3].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return at !== undefined && (a[at] ?? 0) > (b[at] ?? 0);
}

/** 0 for a patch, 1 for a minor step, 2 for a major one. */
export function sizeBetween(from: readonly number[], to: readonly number[]): 0 | 1 | 2 {
  if (from[0] !== to[0]) return 2;
  return from[1] !== to[1] ? 1 : 0;
}
