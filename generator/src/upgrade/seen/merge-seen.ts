import type { Seen } from '../seen.ts';

/**
 * What two runs that began with the same record make of it together: the earliest day of each version, without what
 * either has forgotten.
 */
export function mergeSeen(before: Seen, ours: Seen, theirs: Seen): Seen {
  const subjects = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  const merged = subjects.map((subject) => {
    const [then = {}, mine = {}, other = {}] = [before[subject], ours[subject], theirs[subject]];
    const versions = [...new Set([...Object.keys(mine), ...Object.keys(other)])].filter(
      (version) => then[version] === undefined || (mine[version] && other[version]),
    );
    const days = versions.map((version) => [version, earlier(mine[version], other[version])] as const);
    return [subject, Object.fromEntries(days)] as const;
  });
  return Object.fromEntries(merged.filter(([, days]) => Object.keys(days).length > 0));
}

/** Days are written so that their order is that of text. */
const earlier = (a = '9999-12-31', b = '9999-12-31'): string => (a < b ? a : b);
