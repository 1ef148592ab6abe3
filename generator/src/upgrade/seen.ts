/** When a version was first seen, and what it was then. */
export interface Sighting {
  /** `YYYY-MM-DD` in UTC; its age counts from there. */
  readonly day: string;
  /** What the tag of an image meant on that day; null where nobody asked. */
  readonly digest: string | null;
  /** Its tag meant something else before: that day is the day on which this was found. */
  readonly moved: boolean;
}

/** By subject id, then by version. */
export type Seen = Readonly<Record<string, Readonly<Record<string, Sighting>>>>;

/** When a version of an entry was first seen: today, where nothing is known of it. */
export const sightingIn = (seen: Seen, id: string, version: string, today: string): Sighting =>
  seen[id]?.[version] ?? firstSight(today);

/** A version that is seen for the first time. */
export const firstSight = (day: string): Sighting => ({ day, digest: null, moved: false });
