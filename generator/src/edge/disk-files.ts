import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExternalError, ProblemsError } from '../problem/errors.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Changes } from '../tree/changes.ts';
import type { Files } from '../tree/files.ts';
import { foreignFile, isLeftover } from '../tree/ownership.ts';
import {
  isDropping,
  isTemporary,
  isWritable,
  temporaryName,
  writableFolders,
} from '../tree/writable-paths.ts';

/**
 * The files in the writable places. A symbolic link there, or on the way to a file that will be `wanted`, could lead
 * a write out of the repository: refused, as is what is neither a file nor a folder.
 */
export function presentFiles(root: string, wanted: Iterable<string>): Files {
  const files = new Map<string, string>();
  const links = linksOnTheWay(root, wanted);
  const others: string[] = [];
  for (const { path, entry } of writableEntries(root)) {
    if (isDropping(path)) continue;
    if (entry.isSymbolicLink()) links.add(path);
    else if (!entry.isFile()) others.push(path);
    else {
      const text = textOf(root, path);
      if (!isLeftover(path, text)) files.set(path, text);
    }
  }
  const problems = [...[...links].sort().map(linkProblem), ...others.map((path) => foreignFile(path))];
  if (problems.length > 0) throw new ProblemsError(problems);
  return files;
}

/** Everything but folders that lies in the writable places. */
function* writableEntries(root: string, folders: readonly string[] = writableFolders): Generator<Found> {
  for (const folder of folders) {
    for (const entry of entriesOf(join(root, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* writableEntries(root, [path]);
      else if (isWritable(path)) yield { path, entry };
    }
  }
}

interface Found {
  readonly path: string;
  readonly entry: Dirent;
}

function textOf(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    throw cannot('read', path, error);
  }
}

/** Refuses to write where a folder on the way is a symbolic link, which could lead out of the repository. */
export function refuseLinks(root: string, wanted: Iterable<string>): void {
  const links = linksOnTheWay(root, wanted);
  if (links.size > 0) throw new ProblemsError([...links].sort().map(linkProblem));
}

/** Folders above the wanted files that are symbolic links. */
function linksOnTheWay(root: string, wanted: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of wanted) {
    for (let folder = dirname(path); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  return new Set([...folders].filter((folder) => isLink(join(root, folder))));
}

/** Where a parent is missing, or is a file, there is no link either. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function linkProblem(path: string): Problem {
  const hint = 'put a real folder there; generate writes real files only';
  return problem('leads-out', { file: path }, 'a symbolic link where files are generated', hint);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cannot('read', folder, error);
  }
}

/**
 * Makes the changes. Everything new is first written beside its place, so that a full disk or a read-only folder is
 * met before anything changed; then renamed; deletions come last. What fails half-way is taken back.
 * Synchronous, so that an interrupt arrives before or after, never between.
 */
export function applyChanges(root: string, changes: Changes): void {
  const writes = [...changes.created, ...changes.updated];
  const undo: (() => void)[] = [];
  removeLeftovers(root);
  try {
    for (const [path, text] of writes) stage(root, path, text, undo);
    for (const [path] of writes) replace(root, path, changes.created.has(path), undo);
    for (const path of changes.deleted) remove(root, path, undo);
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error instanceof ExternalError ? error : cannot('write in', root, error);
  }
  removeEmptyFolders(root, changes.deleted);
}

function stage(root: string, path: string, text: string, undo: (() => void)[]): void {
  const temporary = temporaryOf(root, path);
  const made = mkdirSync(dirname(temporary), { recursive: true });
  if (made !== undefined) undo.push(() => rmSync(made, { recursive: true, force: true }));
  undo.push(() => rmSync(temporary, { force: true }));
  writeFileSync(temporary, text);
}

function replace(root: string, path: string, isNew: boolean, undo: (() => void)[]): void {
  const target = join(root, path);
  const before = isNew ? undefined : readFileSync(target);
  renameSync(temporaryOf(root, path), target);
  undo.push(() => (before === undefined ? rmSync(target, { force: true }) : writeFileSync(target, before)));
}

function remove(root: string, path: string, undo: (() => void)[]): void {
  const target = join(root, path);
  const before = readFileSync(target);
  rmSync(target);
  undo.push(() => writeFileSync(target, before));
}

/** Folders that the deletions left empty, deepest first, up to the writable place itself. */
function removeEmptyFolders(root: string, deleted: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of deleted) {
    for (let folder = dirname(path); isWritable(folder); folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of [...folders].sort().reverse()) {
    if (entriesOf(join(root, folder)).length === 0) rmdirSync(join(root, folder));
  }
}

/** What a run that was killed left behind, whole or cut short. */
function removeLeftovers(root: string): void {
  for (const { path, entry } of writableEntries(root)) {
    if (entry.isFile() && isTemporary(path) && isLeftover(path, textOf(root, path)))
      rmSync(join(root, path), { force: true });
  }
}

const temporaryOf = (root: string, path: string): string =>
  join(root, dirname(path), temporaryName(basename(path)));

function cannot(verb: string, what: string, error: unknown): ExternalError {
  const message = `cannot ${verb} ${what}: ${(error as Error).message}`;
  return new ExternalError(what, message, 'nothing was changed; check permissions and free space', {
    cause: error,
  });
}
