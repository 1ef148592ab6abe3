import { commitsOf, type Release } from './definition/release.ts';
import { readRelease } from './model/read-release.ts';
import { ProblemsError } from './problem/errors.ts';
import type { Tools } from './promote/tools.ts';
import { type TreeVerdict, treesOf } from './promote/trees-of.ts';

/**
 * Generates what the releases that a commit changes would pin, as far as it never was the main branch and is no pin
 * there yet, and compares it with what is committed. This runs the code of these commits: never where there is a token.
 */
export async function checkTrees(commit: string, tools: Tools): Promise<readonly TreeVerdict[]> {
  const { history } = tools;
  const pins = tools.changedReleases(commit).flatMap(({ file, text }) => {
    const known = pinsOf(file, tools.read(history.head, file));
    return pinsOf(file, text).filter((pin) => !known.includes(pin));
  });
  return treesOf(
    pins.filter((pin) => !history.wasTip(pin)),
    tools,
  );
}

function pinsOf(file: string, text: string | null): readonly string[] {
  if (text === null) return [];
  const release = readRelease({ file, text });
  if (!release.ok) throw new ProblemsError(release.problems);
  const { value }: { value: Release } = release;
  return value.kind === 'pinned' ? commitsOf(value) : [];
}
