import type { Release } from '../definition/release.ts';
import { readRelease } from '../model/read-release.ts';
import { ProblemsError } from '../problem/errors.ts';

/**
 * The release that a file of some commit says; null where the commit does not have the file.
 * @throws ProblemsError of a text that is no release
 */
export function releaseIn(file: string, text: string | null): Release | null {
  if (text === null) return null;
  const release = readRelease({ file, text });
  if (!release.ok) throw new ProblemsError(release.problems);
  return release.value;
}
