import { gathering, type Result } from '../../problem/problem.ts';
import { editText } from './edit-text.ts';
import type { FileEdit } from './scalar-edit.ts';

/**
 * The texts of all files with their edits made: all of them, or the problems of all that could not be edited.
 *
 * @param read text of a file, by its path from the root of the repository
 */
export function editFiles(
  edits: readonly FileEdit[],
  read: (file: string) => string,
): Result<ReadonlyMap<string, string>> {
  const { take, result } = gathering();
  const texts = new Map<string, string>();
  for (const { file, edits: its } of edits) {
    const edited = take(editText(file, read(file), its));
    if (edited !== undefined) texts.set(file, edited);
  }
  return result(texts);
}
