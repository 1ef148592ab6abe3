/** The day (`YYYY-MM-DD`) on which a version was first seen, by subject id, then by version. */
export type Seen = Readonly<Record<string, Readonly<Record<string, string>>>>;
