import type { Seen, Sighting } from '../seen.ts';

/**
 * What two runs that began with the same record make of it together: the earliest day of each version, without what
 * either has forgotten. Where they saw different images behind a tag, the later day counts.
 */
export function mergeSeen(before: Seen, ours: Seen, theirs: Seen): Seen {
  const subjects = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  const merged = subjects.map((subject) => {
    const [then = {}, mine = {}, other = {}] = [before[subject], ours[subject], theirs[subject]];
    const versions = [...new Set([...Object.keys(mine), ...Object.keys(other)])].filter(
      (version) => then[version] === undefined || (mine[version] && other[version]),
    );
    const sightings = versions.flatMap((version) => {
      const both = [mine[version], other[version]].filter((one) => one !== undefined);
      return both.length === 0 ? [] : [[version, both.reduce(together)] as const];
    });
    return [subject, Object.fromEntries(sightings)] as const;
  });
  return Object.fromEntries(merged.filter(([, sightings]) => Object.keys(sightings).length > 0));
}

/** Days are written so that their order is that of text. */
function together(a: Sighting, b: Sighting): Sighting {
  const [earlier, later] = a.day <= b.day ? [a, b] : [b, a];
  if (earlier.digest !== null && later.digest !== null && earlier.digest !== later.digest)
    return { ...later, moved: true };
  return { ...earlier, digest: earlier.digest ?? later.digest };
}
