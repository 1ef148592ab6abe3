import { digest as wholeDigest } from '../../definition/format/image.ts';
import { judgedVersions } from '../choose/acceptable.ts';
import type { ChoiceContext } from '../choose/verdict.ts';
import { chooses } from '../look/look.ts';
import type { ListedVersion, Looked } from '../look/looked.ts';
import { type Seen, type Sighting, sightingIn } from '../seen.ts';
import type { Sources } from '../sources.ts';
import type { ImageSubject } from '../subject.ts';
import type { Unit } from '../unit.ts';

/**
 * The record with what tags mean. Of each image, the newest version that waits is asked about once, and again when it
 * has waited: what is proposed must be what grew old. A version whose tag was moved meanwhile counts from today.
 */
export async function withDigests(
  units: readonly Unit[],
  { versions }: Looked,
  context: ChoiceContext,
  sources: Pick<Sources, 'digest'>,
): Promise<Seen> {
  const images = units
    .flatMap(({ subjects }) => subjects)
    .filter((subject) => subject.kind === 'image')
    .filter(chooses);
  const entries = await Promise.all(
    images.map(async (image) => {
      const answer = versions.get(image.id);
      const listed = answer?.kind === 'found' ? answer.value : [];
      const asked = await askedAbout(image, listed, context, sources);
      return asked.length === 0
        ? []
        : [[image.id, { ...context.seen[image.id], ...Object.fromEntries(asked) }] as const];
    }),
  );
  return { ...context.seen, ...Object.fromEntries(entries.flat()) };
}

/** What changes in the record of an image. */
async function askedAbout(
  image: ImageSubject,
  listed: readonly ListedVersion[],
  context: ChoiceContext,
  sources: Pick<Sources, 'digest'>,
): Promise<[version: string, Sighting][]> {
  const { today } = context.clock;
  const judged = judgedVersions(image, listed, context);
  const before = (version: string) => sightingIn(context.seen, image.id, version, today);
  const now = async (version: string): Promise<string | null> => {
    const answer = await sources.digest(image.repository, version);
    // What cannot be pinned cannot be proposed either.
    return answer.kind === 'found' && wholeDigest.test(answer.value) ? answer.value : null;
  };
  const changed: [string, Sighting][] = [];
  const waiting = judged.find(({ verdict }) => verdict?.rule === 'cooldown')?.candidate.version;
  if (waiting !== undefined && before(waiting).digest === null) {
    const digest = await now(waiting);
    if (digest !== null) changed.push([waiting, { ...before(waiting), digest }]);
  }
  for (const { candidate, verdict } of judged) {
    const { digest } = before(candidate.version);
    if (verdict !== null || digest === null) continue;
    const present = await now(candidate.version);
    // The newest that is what it was is the one that is proposed; nobody asks about older ones.
    if (present === null || present === digest) break;
    changed.push([candidate.version, { day: today, digest: present, moved: true }]);
  }
  return changed;
}
