import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Seen } from '../seen.ts';

const days = z.record(z.string(), z.record(z.string(), z.iso.date()));

const head = '# The day on which each version was first seen, in UTC. Upgrades count its age from there.\n';

/**
 * A record as it is written in `images.seen.yaml`.
 * @throws where it is none: a version that lost its day would be taken for new
 */
export function parseSeen(text: string): Seen {
  const read = days.nullable().safeParse(parse(text, { schema: 'failsafe' }));
  if (read.success) return read.data ?? {};
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join(': ') ?? ''}: ${issue?.message ?? 'no record'}`);
}

/** The same text for the same record, whatever the order of its keys. */
export function seenText(seen: Seen): string {
  const sorted = Object.entries(seen)
    .sort(byKey)
    .map(([subject, versions]) => [subject, Object.fromEntries(Object.entries(versions).sort(byKey))]);
  return `${head}${stringify(Object.fromEntries(sorted), { lineWidth: 0, schema: 'failsafe' })}`;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
