import type { Subject } from '../subject.ts';
import { compareVersions } from './compare-versions.ts';
import { isSameScale, isSameShape, type ParsedVersion, parsedVersion } from './parsed-version.ts';

/** Reads versions of one entry; null for what is none of its versions. */
export type VersionReader = (text: string) => ParsedVersion | null;

/**
 * How versions of an entry are read: as its `tags` says; else those that are written as the one that stands there,
 * prereleases among them.
 */
export function versionReader({
  kind,
  current,
  policy,
}: Pick<Subject, 'kind' | 'current' | 'policy'>): VersionReader {
  if (policy.tags !== undefined) {
    const pattern = new RegExp(policy.tags);
    const matched = (text: string): ParsedVersion | null => {
      const match = pattern.exec(text);
      const parsed = match && parsedVersion(match.groups?.version ?? text);
      return parsed ? { ...parsed, text } : null;
    };
    const own = matched(current);
    return (text) => {
      const version = matched(text);
      return version !== null && (own === null || isSameScale(own, version)) ? version : null;
    };
  }
  const read = kind === 'chart' ? chartVersion : parsedVersion;
  const own = read(current);
  if (own === null) return () => null;
  return (text) => {
    const version = read(text);
    return version !== null && isSameShape(own, version) ? version : null;
  };
}

/** Charts have semantic versions: whatever stands behind a dash comes before a release. */
function chartVersion(text: string): ParsedVersion | null {
  const [, prefix = '', numbers = '', before = ''] =
    text.match(/^(v?)(\d+\.\d+\.\d+)(?:-([^+]+))?(?:\+.*)?$/) ?? [];
  if (numbers === '') return null;
  return {
    text,
    prefix,
    numbers: numbers.split('.').map(Number),
    isDay: false,
    prerelease: before.toLowerCase(),
    flavor: '',
    rebuilds: [],
  };
}

/** Those of some texts that are newer than the version that stands there, the newest first; each version once. */
export function newerThan(current: string, texts: Iterable<string>, read: VersionReader): ParsedVersion[] {
  const own = read(current);
  if (own === null) return [];
  return [...new Set(texts)]
    .map(read)
    .filter((version) => version !== null && compareVersions(version, own) > 0)
    .filter((version) => version !== null)
    .sort((a, b) => compareVersions(b, a) || (a.text < b.text ? -1 : 1));
}
