import { lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NewFiles } from '../new/plan.ts';
import { ExternalError, ProblemsError } from '../problem/errors.ts';
import { applyChanges, refuseLinks } from './files.ts';

/** Whether anything is at a path, a link that leads nowhere included. */
export function exists(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

/** The text of a file that must be there. */
export function textOf(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    const hint = 'is this the root of a repository? see --root';
    throw new ExternalError(path, `cannot read ${path}: ${(error as Error).message}`, hint, { cause: error });
  }
}

/** Writes all of it or nothing. Links come first: they lie in folders that are new themselves. */
export function writeNew(root: string, { create, links, edit }: NewFiles): void {
  refuseLinks(root, [...create.keys(), ...links.keys(), ...edit.keys()]);
  const made: string[] = [];
  const takeBack = (): void => {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
  };
  try {
    for (const [path, target] of links) {
      const folder = mkdirSync(dirname(join(root, path)), { recursive: true });
      made.push(folder ?? join(root, path));
      symlinkSync(target, join(root, path));
    }
    const updated = new Map([...edit].map(([path, { after }]) => [path, after]));
    applyChanges(root, { created: create, updated, deleted: [], unchanged: 0 });
  } catch (error) {
    takeBack();
    if (error instanceof ExternalError || error instanceof ProblemsError) throw error;
    const message = `cannot write in ${root}: ${(error as Error).message}`;
    throw new ExternalError(root, message, 'nothing was changed; check permissions and free space', {
      cause: error,
    });
  }
}
