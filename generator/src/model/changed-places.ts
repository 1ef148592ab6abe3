import { parse } from 'yaml';
import { z } from 'zod';
import { versionInUrl } from '../definition/format/url.ts';
import { entryOf } from '../problem/entry-of.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { placeIn, type VersionedEntry, type VersionPlace } from './version-entry.ts';

/** An entry of an older file, as far as it can be read: its shape may have been another one. */
const oldEntry = z.object({
  repository: z.string().optional(),
  oci: z.string().optional(),
  git: z.string().optional(),
  chart: z.string().optional(),
  version: z.string().default(''),
});
const oldFile = z.object({
  images: z.record(z.string(), oldEntry.catch({ version: '' })).optional(),
  charts: z.record(z.string(), oldEntry.catch({ version: '' })).optional(),
});

/**
 * Entries whose versions come from another place than they did, which is another program until somebody says that it
 * is not.
 *
 * @param earlier texts of the two files in older commits, by path
 */
export function changedPlaces(
  entries: readonly VersionedEntry[],
  earlier: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const older = new Map([...earlier].map(([file, texts]) => [file, texts.map(entriesIn)]));
  return entries.flatMap((entry) => {
    const were = (older.get(entry.location.file) ?? []).flatMap(
      (old) => placeOf(entryOf(old, entry.key)) ?? [],
    );
    const changed = were.find((place) => !isSame(place, entry) && !isSaid(place, entry));
    return changed === undefined ? [] : [changedPlace(entry, changed)];
  });
}

type OldEntries = Readonly<Record<string, z.output<typeof oldEntry>>>;

function entriesIn(text: string): OldEntries {
  const { images = {}, charts = {} } = oldFile.safeParse(parsed(text)).data ?? {};
  return { ...images, ...charts };
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function placeOf(entry: z.output<typeof oldEntry> | undefined): OldPlace | null {
  const repository = entry?.repository ?? entry?.oci ?? entry?.git;
  if (entry === undefined || repository === undefined) return null;
  return { repository: withoutVersion(repository, entry.version), chart: entry.chart ?? null };
}

type OldPlace = Omit<VersionPlace, 'key'>;

/** An address that has the version in it is the same with the next version. */
const withoutVersion = (repository: string, version: string): string =>
  version === '' ? repository : repository.replaceAll(version, versionInUrl);

/** What was only built here was never anybody else's. */
const isSame = (old: OldPlace, { place, version }: VersionedEntry): boolean =>
  old.repository.startsWith('localhost/') ||
  (old.repository === withoutVersion(place.repository, version) && old.chart === place.chart);

const isSaid = (old: OldPlace, { formerly, place }: VersionedEntry): boolean =>
  formerly.some(
    ({ repository, chart }) => repository === old.repository && (chart ?? place.chart) === old.chart,
  );

function changedPlace(entry: VersionedEntry, old: OldPlace): Problem {
  const [was, is] = [old, entry.place].map(({ repository, chart }) =>
    chart === null ? repository : `${chart} of ${repository}`,
  );
  const chart = old.chart === entry.place.chart || old.chart === null ? '' : `, chart: ${old.chart}`;
  return problem(
    'changed-identity',
    placeIn(entry, entry.place.key),
    `"${entry.key}" was ${was}, and is ${is}`,
    `another program has another key; the same one says so: formerly: [{ repository: ${old.repository}${chart}, reason: … }]`,
  );
}
