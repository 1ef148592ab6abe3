import { InternalError } from '../problem/errors.ts';

/** Files by path from the root, with forward slashes. */
export type Files = ReadonlyMap<string, string>;

/** One file. */
export type File = readonly [path: string, text: string];

/** All files together; two emitters that claim one path are a bug. */
export function collect(files: Iterable<File>): Files {
  const collected = new Map<string, string>();
  for (const [path, text] of files) {
    if (collected.has(path)) throw new InternalError(`two emitters write ${path}`);
    collected.set(path, text);
  }
  return collected;
}
