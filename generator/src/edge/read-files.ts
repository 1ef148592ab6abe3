import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { ExternalError } from '../problem/errors.ts';

/** Nothing lies at a path, or what lies above it is no folder. Every other failure means that nobody knows. */
const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

function unlessAbsent<T>(path: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isAbsent(error)) return null;
    const hint = 'may you read it, and is it what its name says?';
    throw new ExternalError(path, `cannot read ${path}: ${(error as Error).message}`, hint, { cause: error });
  }
}

/** The text of a file; null where there is none. */
export const textAt = (path: string): string | null => unlessAbsent(path, () => readFileSync(path, 'utf8'));

/** What lies in a folder, sorted by name; nothing where there is no folder. */
export const entriesAt = (folder: string): Dirent[] =>
  (unlessAbsent(folder, () => readdirSync(folder, { withFileTypes: true })) ?? []).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );

/** Whether something lies at a path; a link counts for what it leads to. */
export const isThere = (path: string): boolean => unlessAbsent(path, () => statSync(path)) !== null;

/** Whether something lies at a path, be it a link that leads nowhere. */
export const isLinkOrThere = (path: string): boolean => unlessAbsent(path, () => lstatSync(path)) !== null;
