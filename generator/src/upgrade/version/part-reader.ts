import { escaped } from '../../definition/format/text-format.ts';
import { leavesChoice } from '../../definition/format/version-template.ts';
import { followedBy } from '../../model/version-entry.ts';
import type { Subject } from '../subject.ts';
import { parsedVersion } from './parsed-version.ts';
import { type VersionReader, versionReader } from './version-reader.ts';

/**
 * How versions of an entry are read that chooses: all of them, or only the part that the template of a follower leaves
 * to choose. Null for one that chooses nothing.
 */
export function choiceReader(subject: Pick<Subject, 'kind' | 'current' | 'policy'>): VersionReader | null {
  const following = followedBy(subject);
  if (following === null) return subject.policy.update === 'none' ? null : versionReader(subject);
  return leavesChoice(following.as) ? partReader(following.as, subject.policy.tags) : null;
}

/** Reads the part of a version that a template leaves to choose, in `tags` that count. */
export function partReader(as: string, tags = ''): VersionReader {
  const source = as
    .split(/(\{[^}]*\}|\*)/)
    .map((part) => (part === '*' ? '(.+)' : part.startsWith('{') ? '.+?' : escaped(part)))
    .join('');
  const pattern = new RegExp(`^${source}$`);
  const counts = new RegExp(tags);
  return (version) => {
    const part = counts.test(version) ? pattern.exec(version)?.[1] : undefined;
    return part === undefined ? null : parsedVersion(part);
  };
}

/**
 * Whether the part is a version of its own, as in `{version}-kafka-*`: it never goes down. In `v1.{version.minor}.*` it
 * begins anew whenever what is in front of it goes up.
 */
export const isOwnVersion = (as: string): boolean => !/[\d.}]\*/.test(as);
