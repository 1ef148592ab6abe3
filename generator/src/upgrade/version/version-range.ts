import { SemVer, satisfies, validRange } from 'semver';
import type { ParsedVersion } from './parsed-version.ts';

/** Whether a version is in a range as npm writes them; one that is written in full is that version alone. */
export function isInRange(version: ParsedVersion, range: string): boolean {
  if (version.text === range) return true;
  const semantic = semanticOf(version);
  return semantic !== null && satisfies(semantic, range, { includePrerelease: true, loose: true });
}

/** Whether a text is a range at all. */
export const isRange = (text: string): boolean => validRange(text, { loose: true }) !== null;

/** As semantic versions are written: three numbers, and what comes before a release. */
function semanticOf({ numbers, prerelease }: ParsedVersion): SemVer | null {
  const [major = 0, minor = 0, patch = 0] = numbers;
  const before =
    prerelease === ''
      ? ''
      : `-${prerelease.replaceAll(/[^0-9a-z]+/g, '.').replaceAll(/(?<=[a-z])(?=\d)/g, '.')}`;
  try {
    return new SemVer(`${major}.${minor}.${patch}${before}`, { loose: true });
  } catch {
    return null;
  }
}
