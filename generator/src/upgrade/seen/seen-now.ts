import { entryCandidates } from '../choose/newer-versions.ts';
import { chooses } from '../look/look.ts';
import type { Looked } from '../look/looked.ts';
import { firstSight, type Seen } from '../seen.ts';
import type { Unit } from '../unit.ts';

/**
 * The record after a look: versions that are newer than what stands there count from `today`, or from the day on which
 * they were first seen. One that is gone, or no longer newer, is forgotten; what could not be asked stays as it was.
 */
export function seenNow(seen: Seen, units: readonly Unit[], { versions }: Looked, today: string): Seen {
  const entries = units.flatMap(({ subjects }) =>
    subjects.filter(chooses).map((subject): [string, Seen[string]] => {
      const known = seen[subject.id] ?? {};
      const answer = versions.get(subject.id);
      if (answer === undefined || answer.kind === 'failed') return [subject.id, known];
      const listed = answer.kind === 'found' ? answer.value : [];
      const newer = entryCandidates(subject, listed).map(({ version }) => version);
      return [
        subject.id,
        Object.fromEntries(newer.map((version) => [version, known[version] ?? firstSight(today)])),
      ];
    }),
  );
  return Object.fromEntries(entries.filter(([, sightings]) => Object.keys(sightings).length > 0));
}
