import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { ExternalError } from '../problem/errors.ts';
import type { Repository } from '../repository.ts';
import type { Files } from '../tree/changes.ts';
import { isPlan } from '../tree/data-loss.ts';
import { compileTypes } from './compile-types.ts';
import { applyChanges, presentFiles } from './files.ts';
import { committedPaths, committedTexts } from './git.ts';
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
    unwantedPlans: (present, wanted) => unwantedPlans(root, present, wanted),
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

/** Plans that nothing wants any more: as committed, or else as they lie in the tree. */
function unwantedPlans(root: string, present: Files, wanted: Files): Files {
  const unwanted = (path: string): boolean => isPlan(path) && !wanted.has(path);
  const committed = committedTexts(root, committedPaths(root, 'environments').filter(unwanted));
  return new Map([...[...present].filter(([path]) => unwanted(path)), ...committed]);
}
