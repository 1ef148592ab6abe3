import { InternalError } from '../problem/errors.ts';
import { hasNotice } from '../text/notice.ts';
import type { Files } from './files.ts';
import { isWritable } from './writable-paths.ts';

/** What must be done for the present files to become the wanted ones. Paths are sorted. */
export interface Changes {
  readonly created: ReadonlyMap<string, string>;
  readonly updated: ReadonlyMap<string, string>;
  readonly deleted: readonly string[];
  readonly unchanged: number;
}

export function compare(wanted: Files, present: Files): Changes {
  const created = new Map<string, string>();
  const updated = new Map<string, string>();
  let unchanged = 0;
  for (const [path, text] of [...wanted].sort(byPath)) {
    if (!isWritable(path)) throw new InternalError(`an emitter writes outside its places: ${path}`);
    if (!hasNotice(text)) throw new InternalError(`an emitter writes ${path} without the notice`);
    const before = present.get(path);
    if (before === undefined) created.set(path, text);
    else if (before !== text) updated.set(path, text);
    else unchanged += 1;
  }
  const deleted = [...present.keys()].filter((path) => !wanted.has(path)).sort();
  return { created, updated, deleted, unchanged };
}

export const isEmpty = ({ created, updated, deleted }: Changes): boolean =>
  created.size === 0 && updated.size === 0 && deleted.length === 0;

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);
