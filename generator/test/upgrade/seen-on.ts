import { firstSight, type Seen } from '../../src/upgrade/seen.ts';

/** A record of days alone, by subject id, then by version. */
export const seenOn = (days: Readonly<Record<string, Readonly<Record<string, string>>>>): Seen =>
  Object.fromEntries(
    Object.entries(days).map(([subject, versions]) => [
      subject,
      Object.fromEntries(Object.entries(versions).map(([version, day]) => [version, firstSight(day)])),
    ]),
  );
