import { commitsOf } from './definition/release.ts';
import { releaseIn } from './promote/release-in.ts';
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
  const release = releaseIn(file, text);
  return release?.kind === 'pinned' ? commitsOf(release) : [];
}
