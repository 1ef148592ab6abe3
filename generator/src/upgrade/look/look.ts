import { leavesChoice } from '../../definition/format/version-template.ts';
import { followedBy } from '../../model/version-entry.ts';
import type { SourceAnswer, Sources } from '../sources.ts';
import type { ImageSubject, Subject } from '../subject.ts';
import type { Unit } from '../unit.ts';
import type { ListedVersion, Looked } from './looked.ts';

/** Whether an entry has versions to choose from: it may move, and nothing else decides for it. */
export function chooses(subject: Subject): boolean {
  const following = followedBy(subject);
  return following === null ? subject.policy.update !== 'none' : leavesChoice(following.as);
}

/** Whether anybody publishes it: what is built and pushed by hand has no registry until somebody gives it one. */
export const isPublished = ({ repository }: Pick<ImageSubject, 'repository'>): boolean =>
  !repository.startsWith('localhost/');

/**
 * Asks for all versions of entries that choose, and for what the tags of all images mean, everything at once. A source
 * that fails spoils no other.
 */
export async function look(
  units: readonly Unit[],
  sources: Sources,
  progress: (line: string) => void,
): Promise<Looked> {
  const subjects = units.flatMap((unit) => unit.subjects);
  const images = publishedImages(units);
  const choosing = subjects.filter(
    (subject) => chooses(subject) && (subject.kind !== 'image' || isPublished(subject)),
  );
  progress(
    `asking for newer versions of ${choosing.length} entries, and for what ${images.length} tags mean`,
  );
  const count = counter(choosing.length + images.length, progress);
  const [versions, digests] = await Promise.all([
    answers(choosing, (subject) => count(versionsOf(subject, sources))),
    answers(images, (image) => count(sources.digest(image.repository, image.current))),
  ]);
  return { versions, digests };
}

/** Only what the tags of images that are pinned mean, and whether the others are there. */
export async function lookAtTags(
  units: readonly Unit[],
  sources: Sources,
  progress: (line: string) => void,
): Promise<Looked> {
  const images = publishedImages(units);
  const count = counter(images.length, progress);
  const digests = await answers(images, (image) => count(sources.digest(image.repository, image.current)));
  return { versions: new Map(), digests };
}

const publishedImages = (units: readonly Unit[]): ImageSubject[] =>
  units
    .flatMap(({ subjects }) => subjects)
    .filter((subject) => subject.kind === 'image')
    .filter(isPublished);

const answers = async <S extends Subject, T>(
  subjects: readonly S[],
  ask: (subject: S) => Promise<T>,
): Promise<ReadonlyMap<string, T>> =>
  new Map(await Promise.all(subjects.map(async (subject) => [subject.id, await ask(subject)] as const)));

async function versionsOf(
  subject: Subject,
  sources: Sources,
): Promise<SourceAnswer<readonly ListedVersion[]>> {
  const plain = (version: string): ListedVersion => ({
    version,
    released: null,
    revision: null,
    deprecated: false,
  });
  switch (subject.kind) {
    case 'image':
      return mapped(await sources.tags(subject.repository), (tags) => tags.map(plain));
    case 'tool':
      return mapped(await sources.tool(subject), (versions) => versions.map(plain));
    case 'git':
      return mapped(await sources.gitTags(subject.repository), (tags) =>
        [...tags].map(([version, revision]) => ({ ...plain(version), revision })),
      );
    case 'chart':
      return mapped(await sources.charts(subject), (releases) =>
        releases.map(({ version, created, deprecated }) => ({
          ...plain(version),
          released: created,
          deprecated,
        })),
      );
  }
}

const mapped = <T, U>(answer: SourceAnswer<T>, change: (value: T) => U): SourceAnswer<U> =>
  answer.kind === 'found' ? { kind: 'found', value: change(answer.value) } : answer;

/** Says how far it is, a few times on the way. */
function counter(all: number, progress: (line: string) => void) {
  let done = 0;
  const step = Math.max(20, Math.ceil(all / 4));
  return async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    done += 1;
    if (done % step === 0 && done < all) progress(`${done} of ${all} answered`);
    return value;
  };
}
