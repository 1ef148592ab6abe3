import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atTheEnd } from './ending.ts';

/** An empty folder that goes when the file's tests have ended: tests of one file may run side by side. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gitops-test-')));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of some folders, each laid over the ones before it. Links stay links. */
export function copyOf(...sources: readonly string[]): string {
  const folder = temporaryFolder();
  for (const source of sources) cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** Writes files below a folder. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Replaces a text that must be there. */
export function edit(folder: string, path: string, from: string, to: string): void {
  const text = read(folder, path);
  if (!text.includes(from)) throw new Error(`${path} does not contain: ${from}`);
  write(folder, { [path]: text.replace(from, to) });
}

/** Every file below a folder with its text, sorted by path; not what git and npm keep there. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    pathsIn(folder)
      .sort()
      .map((path) => [path, read(folder, path)]),
  );
}

function pathsIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return ['.git', 'node_modules'].includes(path) ? [] : pathsIn(folder, path);
    return entry.isFile() ? [path] : [];
  });
}
