import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewFiles } from '../new/planned-files.ts';
import { ExternalError } from '../problem/errors.ts';
import { applyChanges, refuseLinks } from './disk-files.ts';

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

/** Writes all of it or nothing. */
export function writeNew(root: string, { create, edit }: NewFiles): void {
  refuseLinks(root, [...create.keys(), ...edit.keys()]);
  const updated = new Map([...edit].map(([path, { after }]) => [path, after]));
  applyChanges(root, { created: create, updated, deleted: [], unchanged: 0 });
}
