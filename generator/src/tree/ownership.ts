import { type Problem, problem } from '../problem/problem.ts';
import { beginsNotice, hasNotice } from '../text/notice.ts';
import type { Files } from './files.ts';
import { isTemporary } from './writable-paths.ts';

/**
 * Files that lie where we write and are not ours: what nobody but their author can make again is neither overwritten
 * nor deleted. Ours are known by their notice; an empty file holds nothing.
 */
export function foreignFiles(present: Files, wanted: Files): Problem[] {
  return [...present]
    .filter(([path, text]) => text !== '' && !hasNotice(text) && !isOlder(text, wanted.get(path)))
    .map(([path]) => foreignFile(path));
}

/** A file that nobody but its author can make again, in the place of what a command of ours writes. */
export function foreignFile(path: string, command: 'generate' | 'charts' = 'generate'): Problem {
  const message = `it lies where only ${command} writes and deletes, and ${command} did not write it`;
  return problem('foreign-file', { file: path }, message, 'move it to a place of its own, or delete it');
}

/** Whether a file is what is left of a run that was killed while it wrote. */
export const isLeftover = (path: string, text: string): boolean =>
  isTemporary(path) && (hasNotice(text) || beginsNotice(text));

/** JSON of a version that did not write the notice there. */
function isOlder(text: string, wanted: string | undefined): boolean {
  return wanted?.startsWith('{') === true && unmarked(text) === unmarked(wanted);
}

function unmarked(json: string): string | null {
  try {
    const { $comment: _, ...rest } = JSON.parse(json) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return null;
  }
}
