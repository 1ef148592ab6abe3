import { dirname, join } from 'node:path';
import { isLinkOrThere } from '../read-files.ts';

/** The path of the nearest `.git`, in a folder or above it; null where there is none. A work tree's is a file. */
export function dotGitAbove(root: string): string | null {
  for (let folder = root; ; folder = dirname(folder)) {
    const path = join(folder, '.git');
    if (isLinkOrThere(path)) return path;
    if (folder === dirname(folder)) return null;
  }
}
