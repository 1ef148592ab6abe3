import { followedBy } from '../../model/version-entry.ts';
import type { ListedVersion } from '../look/looked.ts';
import type { Subject } from '../subject.ts';
import { compareNumbers, compareVersions, numbersIn } from '../version/compare-versions.ts';
import { isSameShape, type ParsedVersion } from '../version/parsed-version.ts';
import { isOwnVersion, partReader } from '../version/part-reader.ts';
import { newerThan, versionReader } from '../version/version-reader.ts';

/** A newer version of an entry. */
export interface NewerVersion extends ListedVersion {
  /** Of a follower, the part that it chooses. */
  readonly parsed: ParsedVersion;
}

/** All versions of an entry that are newer than the one that stands there, the newest first. */
export function entryCandidates(subject: Subject, listed: readonly ListedVersion[]): NewerVersion[] {
  const following = followedBy(subject);
  const current = listed.filter(({ deprecated }) => !deprecated);
  if (following !== null) return followerCandidates(subject, following.as, current);
  const byVersion = new Map(current.map((version) => [version.version, version]));
  return newerThan(subject.current, byVersion.keys(), versionReader(subject)).flatMap((parsed) => {
    const version = byVersion.get(parsed.text);
    return version === undefined ? [] : [{ ...version, parsed }];
  });
}

/** Versions of an entry that follows another and chooses a part, whatever the other may come to. */
function followerCandidates(subject: Subject, as: string, listed: readonly ListedVersion[]): NewerVersion[] {
  const read = partReader(as, subject.policy.tags);
  const own = read(subject.current);
  if (own === null) return [];
  const numbers = numbersIn(subject.current);
  const goesDown = (part: ParsedVersion): boolean => isOwnVersion(as) && compareVersions(part, own) < 0;
  return listed
    .flatMap((version) => {
      const parsed = read(version.version);
      const isNewer = compareNumbers(numbersIn(version.version), numbers) > 0;
      if (parsed === null || !isNewer || !isSameShape(own, parsed) || goesDown(parsed)) return [];
      return [{ ...version, parsed }];
    })
    .sort(
      (a, b) =>
        compareNumbers(numbersIn(b.version), numbersIn(a.version)) ||
        compareVersions(b.parsed, a.parsed) ||
        (a.version < b.version ? -1 : 1),
    );
}
