import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { ExternalError } from '../problem/errors.ts';
import type { Repository } from '../repository.ts';
import type { Files } from '../tree/files.ts';
import { isList } from '../tree/running-list.ts';
import { compileTypes } from './compile-types.ts';
import { applyChanges, presentFiles } from './disk-files.ts';
import { committedFiles } from './git/committed-files.ts';
import { earlierFiles } from './git/earlier-files.ts';
import { defaultRemoteUrl } from './git/git-fetch.ts';
import { isInRepository } from './git/git-names.ts';
import { gitPins } from './git/git-pins.ts';
import { hasBranch } from './git/known-branch.ts';
import { load } from './load.ts';

/** The repository in a folder. */
export function diskRepository(folder: string): Repository {
  const root = openFolder(folder);
  return {
    root,
    gate: readFileSync(new URL('../emit/gate.lua', import.meta.url), 'utf8'),
    read: () => load(root),
    compileTypes,
    present: (wanted) => presentFiles(root, wanted.keys()),
    known: (present) => known(root, present),
    earlier: (files) => earlierFiles(root, files),
    pinned: gitPins(root),
    hasBranch: (name) => hasBranch(root, name),
    remote: () => (isInRepository(root) ? defaultRemoteUrl(root) : null),
    apply: (changes) => applyChanges(root, changes),
  };
}

/** The real path of a folder: what git, the lock and the stack traces call it. */
function openFolder(folder: string): string {
  try {
    const root = realpathSync(folder);
    readdirSync(root);
    return root;
  } catch (error) {
    throw new ExternalError(
      folder,
      `cannot open ${folder}: ${(error as Error).message}`,
      'is it a folder, and may you read it?',
      {
        cause: error,
      },
    );
  }
}

/** The lists of what runs: as committed, and as they lie in the tree. */
function known(root: string, present: Files): Map<string, string[]> {
  const committed = committedFiles(root, 'environments', isList);
  const all = new Map<string, string[]>();
  for (const [path, text] of [...committed, ...[...present].filter(([path]) => isList(path))]) {
    all.set(path, [...new Set([...(all.get(path) ?? []), text])]);
  }
  return all;
}
