import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { digest as wholeDigest } from '../../definition/format/image.ts';
import type { Seen, Sighting } from '../seen.ts';

/** `2026-03-01`, `2026-03-01 sha256:…`, or the same with `moved` behind it. */
const sighting = z.string().transform((text, context): Sighting => {
  const [day = '', digest = null, moved, ...rest] = text.split(' ');
  const isDay = z.iso.date().safeParse(day).success;
  const isDigest = digest === null || wholeDigest.test(digest);
  if (isDay && isDigest && (moved ?? 'moved') === 'moved' && rest.length === 0)
    return { day, digest, moved: moved !== undefined };
  context.addIssue({ code: 'custom', message: 'neither a day nor a day with what the tag meant' });
  return z.NEVER;
});

const record = z.record(z.string(), z.record(z.string(), sighting));

const head = `# The day on which each version was first seen, in UTC, and what the tag of an image meant then. Upgrades count its age
# from there.
`;

/**
 * A record as it is written in `images.seen.yaml`.
 * @throws where it is none: a version that lost its day would be taken for new
 */
export function parseSeen(text: string): Seen {
  const read = record.nullable().safeParse(parse(text, { schema: 'failsafe' }));
  if (read.success) return read.data ?? {};
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join(': ') ?? ''}: ${issue?.message ?? 'no record'}`);
}

/** The same text for the same record, whatever the order of its keys. */
export function seenText(seen: Seen): string {
  const sorted = Object.entries(seen)
    .sort(byKey)
    .map(([subject, versions]) => {
      const lines = Object.entries(versions).sort(byKey);
      return [subject, Object.fromEntries(lines.map(([version, seenOn]) => [version, lineOf(seenOn)]))];
    });
  return `${head}${stringify(Object.fromEntries(sorted), { lineWidth: 0, schema: 'failsafe' })}`;
}

const lineOf = ({ day, digest, moved }: Sighting): string =>
  [day, digest, moved ? 'moved' : null].filter((part) => part !== null).join(' ');

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
