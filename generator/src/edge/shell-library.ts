import { readFileSync } from 'node:fs';
import { type ShellLibrary, shellParts } from '../prerequisites/prerequisites-script.ts';

/** The shell functions that prerequisites are looked for with. */
export function shellLibrary(): ShellLibrary {
  const parts = shellParts.map((part) => [
    part,
    readFileSync(new URL(`../prerequisites/shell/${part}.sh`, import.meta.url), 'utf8'),
  ]);
  return Object.fromEntries(parts) as ShellLibrary;
}
